"""boto3.session.Session of the stand-in."""
import os

from botocore.client import Client


class Session:
    def __init__(self, aws_access_key_id=None, aws_secret_access_key=None, aws_session_token=None, region_name=None, profile_name=None):
        del aws_session_token, profile_name  # the runtime has one caller
        self._key = aws_access_key_id
        self._secret = aws_secret_access_key
        self.region_name = region_name or os.environ.get('AWS_REGION') or os.environ.get('AWS_DEFAULT_REGION') or 'us-east-1'

    def client(self, service_name, region_name=None, endpoint_url=None, aws_access_key_id=None, aws_secret_access_key=None, **_):
        return Client(
            service_name,
            region_name or self.region_name,
            endpoint_url or os.environ['AWS_ENDPOINT_URL'],
            aws_access_key_id or self._key or os.environ['AWS_ACCESS_KEY_ID'],
            aws_secret_access_key or self._secret or os.environ['AWS_SECRET_ACCESS_KEY'])
