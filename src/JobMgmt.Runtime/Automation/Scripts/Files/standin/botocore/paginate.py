"""Paginators: an operation called again with the token that it gave, whatever the service calls it."""

TOKENS = (('NextToken', 'NextToken'), ('nextToken', 'nextToken'), ('NextMarker', 'Marker'), ('Marker', 'Marker'))
SIZES = {'states': 'maxResults', 'stepfunctions': 'maxResults', 'logs': 'limit', 'events': 'Limit', 'iam': 'MaxItems'}


class Paginator:
    def __init__(self, client, operation_name):
        self._client = client
        self._operation = getattr(client, operation_name)

    def paginate(self, PaginationConfig=None, **members):
        config = PaginationConfig or {}
        return PageIterator(self._client, self._operation, config, members)


class PageIterator:
    def __init__(self, client, operation, config, members):
        self._service = client.meta.service_name
        self._operation = operation
        self._config = config
        self._members = members

    def __iter__(self):
        members = dict(self._members)
        if self._config.get('PageSize'):
            members[SIZES.get(self._service, 'MaxResults')] = self._config['PageSize']
        left = self._config.get('MaxItems')
        while True:
            page = self._operation(**members)
            if left is not None:
                for key, value in page.items():
                    if isinstance(value, list):
                        page[key] = value[:left]
                        left -= len(page[key])
                        break
            yield page
            found = next(((page[token], member) for token, member in TOKENS if page.get(token)), None)
            if found is None or (left is not None and left <= 0) or found[0] == members.get(found[1]):
                return
            members[found[1]] = found[0]

    def build_full_result(self):
        whole = {}
        for page in self:
            for key, value in page.items():
                if isinstance(value, list):
                    whole.setdefault(key, []).extend(value)
        return whole
