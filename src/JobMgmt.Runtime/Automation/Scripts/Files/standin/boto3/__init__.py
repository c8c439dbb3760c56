"""A small stand-in for boto3 where it is not installed: clients and paginators, for the local runtime alone.

It sends every service AWS JSON, which the runtime understands for all of them. Resources and waiters are not there, and say so.
"""
from . import session
from .session import Session

__version__ = '0-jobmgmt-standin'


def client(service_name, region_name=None, **options):
    return Session().client(service_name, region_name=region_name, **options)


def resource(service_name, *_, **__):
    raise NotImplementedError(
        "boto3.resource('{}') is not served by the local runtime's stand-in for boto3: use boto3.client, or install boto3.".format(service_name))


__all__ = ['Session', 'client', 'resource', 'session']
