"""A small stand-in for botocore: see the stand-in for boto3 beside it."""
from . import client, config, exceptions

__all__ = ['client', 'config', 'exceptions']
