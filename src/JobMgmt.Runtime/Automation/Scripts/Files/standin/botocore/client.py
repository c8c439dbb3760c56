"""A client of one service: AWS JSON, signed with Signature Version 4."""
import base64
import datetime
import hashlib
import hmac
import http.client
import itertools
import json
import time

from .exceptions import ClientError, EndpointConnectionError
from .paginate import Paginator

PATIENCE = 60  # seconds; while the runtime is away, there is nobody to tell that it is
LONGEST_PAUSE = 1.0

SIGNING_NAMES = {'stepfunctions': 'states', 'cloudwatch-logs': 'logs', 'eventbridge': 'events'}


class Meta:
    def __init__(self, service, region, endpoint):
        self.service_model = None
        self.service_name = service
        self.region_name = region
        self.endpoint_url = endpoint


class Exceptions:
    """client.exceptions.SomeError; each is a ClientError."""

    def __init__(self):
        self.ClientError = ClientError

    def __getattr__(self, name):
        made = type(name, (ClientError,), {})
        setattr(self, name, made)
        return made

    def of(self, code):
        return getattr(self, code) if code.isidentifier() else ClientError


class Client:
    def __init__(self, service, region, endpoint, key, secret):
        self.meta = Meta(service, region, endpoint)
        self.exceptions = Exceptions()
        self._signing_name = SIGNING_NAMES.get(service, service)
        self._key = key
        self._secret = secret

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)

        def operation(**members):
            return self._call(pascal(name), members)

        operation.__name__ = name
        return operation

    def can_paginate(self, operation_name):
        return operation_name.startswith(('describe_', 'list_', 'get_', 'filter_'))

    def get_paginator(self, operation_name):
        return Paginator(self, operation_name)

    def get_waiter(self, waiter_name):
        raise NotImplementedError(
            "The waiter '{}' is not served by the local runtime's stand-in for boto3: poll instead, or install boto3.".format(waiter_name))

    def close(self):
        pass

    def _send(self, operation, body):
        """Sends until there is an answer: as boto3's own, it tries again where the connection fails, so that a restart of the runtime goes unnoticed."""
        scheme, _, host = self.meta.endpoint_url.rstrip('/').partition('://')
        connect = http.client.HTTPSConnection if scheme == 'https' else http.client.HTTPConnection
        last = time.monotonic() + PATIENCE
        pause = 0.1
        for retries in itertools.count():
            connection = connect(host, timeout=60)
            try:
                connection.request('POST', '/', body, self._headers(host, operation, body))
                response = connection.getresponse()
                return response, response.read(), retries
            except (OSError, http.client.IncompleteRead) as error:
                if time.monotonic() > last:
                    raise EndpointConnectionError('Could not connect to the endpoint URL: "{}": {}'.format(self.meta.endpoint_url, error))
            finally:
                connection.close()
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _call(self, operation, members):
        response, text, retries = self._send(operation, json.dumps(members, default=plain).encode('utf-8'))
        headers = {name.lower(): value for name, value in response.getheaders()}
        answer = json.loads(text.decode('utf-8')) if text else {}
        metadata = {
            'RequestId': headers.get('x-amzn-requestid', ''), 'HTTPStatusCode': response.status, 'HTTPHeaders': headers, 'RetryAttempts': retries}
        if response.status >= 300:
            code = str(answer.get('__type', response.status)).split('#')[-1]
            message = answer.get('message', answer.get('Message', ''))
            raise self.exceptions.of(code)({'Error': {'Code': code, 'Message': message}, 'ResponseMetadata': metadata}, operation)
        answer = answer if self._signing_name == 'logs' else with_times(answer)  # Logs' times are plain numbers in boto3 too
        answer['ResponseMetadata'] = metadata
        return answer

    def _headers(self, host, operation, body):
        date = datetime.datetime.now(datetime.timezone.utc).strftime('%Y%m%dT%H%M%SZ')
        headers = {
            'content-type': 'application/x-amz-json-1.1', 'host': host, 'x-amz-date': date, 'x-amz-target': 'StandIn.' + operation}
        names = ';'.join(sorted(headers))
        canonical = 'POST\n/\n\n{}\n{}\n{}'.format(
            ''.join('{}:{}\n'.format(name, headers[name]) for name in sorted(headers)), names, hashlib.sha256(body).hexdigest())
        scope = '{}/{}/{}/aws4_request'.format(date[:8], self.meta.region_name, self._signing_name)
        text = 'AWS4-HMAC-SHA256\n{}\n{}\n{}'.format(date, scope, hashlib.sha256(canonical.encode('utf-8')).hexdigest())
        key = ('AWS4' + self._secret).encode('utf-8')
        for part in scope.split('/'):
            key = hmac.new(key, part.encode('utf-8'), hashlib.sha256).digest()
        headers['authorization'] = 'AWS4-HMAC-SHA256 Credential={}/{}, SignedHeaders={}, Signature={}'.format(
            self._key, scope, names, hmac.new(key, text.encode('utf-8'), hashlib.sha256).hexdigest())
        return headers


def pascal(name):
    return ''.join(word[:1].upper() + word[1:] for word in name.split('_'))


def plain(value):
    if isinstance(value, datetime.datetime):
        return value.timestamp()
    if isinstance(value, (bytes, bytearray)):
        return base64.b64encode(value).decode('ascii')
    if isinstance(value, (tuple, set)):
        return list(value)
    raise TypeError('A value of type {} can not be sent.'.format(type(value).__name__))


def with_times(value, name=''):
    """boto3 gives instants as datetime; on the wire they are numbers, told by their members' names."""
    if isinstance(value, dict):
        return {key: with_times(member, key) for key, member in value.items()}
    if isinstance(value, list):
        return [with_times(item, name) for item in value]
    if isinstance(value, (int, float)) and not isinstance(value, bool) and name.lower().endswith(('time', 'date', 'timestamp')):
        return datetime.datetime.fromtimestamp(value, datetime.timezone.utc)
    return value
