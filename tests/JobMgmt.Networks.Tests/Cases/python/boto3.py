"""A stand-in for boto3: answers each operation from the scenario's list and writes down how it was called."""
import json
import os

with open(os.environ['SCENARIO']) as file:
    SCENARIO = json.load(file)
CALLS = []


class ServiceError(Exception):
    def __init__(self, code, message):
        super().__init__(f'An error occurred ({code}): {message}')
        self.response = {'Error': {'Code': code, 'Message': message}}


def client(service):
    return Client(service)


class Exceptions:
    def __getattr__(self, name):
        made = type('ServiceError', (ServiceError,), {})
        setattr(self, name, made)
        return made


class Client:
    def __init__(self, service):
        self._service = service
        self.exceptions = Exceptions()

    def __getattr__(self, operation):
        def call(**arguments):
            CALLS.append({'operation': f'{self._service}:{operation}', 'arguments': arguments})
            answers = SCENARIO['answers'].get(f'{self._service}:{operation}')
            if not answers:
                raise ServiceError('AccessDeniedException', f'no right to {operation}')
            answer = answers.pop(0) if len(answers) > 1 else answers[0]
            if isinstance(answer, dict) and 'raise' in answer:
                raise getattr(self.exceptions, answer['raise'])(answer['raise'], 'as the scenario says')
            return answer
        return call

    def get_paginator(self, operation):
        return Paginator(self, operation)


class Paginator:
    def __init__(self, client, operation):
        self._client, self._operation = client, operation

    def paginate(self, **arguments):
        for _ in range(SCENARIO.get('pages', 1)):
            yield getattr(self._client, self._operation)(**arguments)
