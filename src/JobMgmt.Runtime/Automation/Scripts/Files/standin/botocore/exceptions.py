"""The exceptions that scripts catch."""


class BotoCoreError(Exception):
    pass


class EndpointConnectionError(BotoCoreError):
    pass


class NoCredentialsError(BotoCoreError):
    pass


class ParamValidationError(BotoCoreError):
    pass


class WaiterError(BotoCoreError):
    pass


class ClientError(Exception):
    def __init__(self, error_response, operation_name):
        error = error_response.get('Error', {})
        super().__init__('An error occurred ({}) when calling the {} operation: {}'.format(
            error.get('Code', 'Unknown'), operation_name, error.get('Message', 'Unknown')))
        self.response = error_response
        self.operation_name = operation_name
