"""Runs a script's handler in a scenario; prints what it returned or raised, and its calls."""
import contextlib
import importlib.util
import json
import os
import sys

import boto3

spec = importlib.util.spec_from_file_location('script', sys.argv[1])
script = importlib.util.module_from_spec(spec)
spec.loader.exec_module(script)
if hasattr(script, 'time'):
    script.time.sleep = lambda seconds: boto3.CALLS.append({'operation': 'sleep', 'arguments': {}})
with contextlib.redirect_stdout(sys.stderr):
    try:
        result = {'returned': script.script_handler(boto3.SCENARIO['events'], None)}
    except Exception as error:
        result = {'raised': type(error).__name__}
print(json.dumps({**result, 'calls': boto3.CALLS}))
