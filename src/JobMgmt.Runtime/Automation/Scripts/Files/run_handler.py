"""Runs the handler of an aws:executeScript step: run_handler.py STANDIN_FOLDER, in the step's folder.

Reads request.json and customer_script.py, leaves {"payload": ...} or {"error": ...} in result.json. Python 3.6 and later, standard library only.
"""
import json
import os
import sys
import traceback


def main():
    standin = sys.argv[1]
    folder = os.getcwd()
    sys.path[0] = folder
    if os.environ.get('JOBMGMT_PYTHON_STANDIN') == '1':
        sys.path.insert(1, standin)
    else:
        sys.path.append(standin)  # an installed boto3 comes first
    with open('request.json', encoding='utf-8') as file:
        request = json.load(file)
    path = os.path.join(folder, 'customer_script.py')
    try:
        result = {'payload': call(path, request)}
        text = json.dumps(result, allow_nan=False, ensure_ascii=False)
        text.encode('utf-8')  # half a surrogate pair is no text
    except BaseException as error:  # SystemExit too: the step has failed, and says why
        text = json.dumps({'error': describe(error, path)})
    with open('result.json.new', 'w', encoding='utf-8') as file:
        file.write(text)
    os.replace('result.json.new', 'result.json')


def call(path, request):
    with open(path, encoding='utf-8') as file:
        source = file.read()
    module = {'__name__': 'customer_script', '__file__': path}
    exec(compile(source, path, 'exec'), module)
    handler = module.get(request['handler'])
    if handler is None:
        raise AttributeError("the script defines no function '{}'".format(request['handler']))
    return handler(request['events'], request['context'])


def describe(error, path):
    """As AWS shows it: the frames of the script and below, then "KeyError - 'x'"."""
    frames = traceback.extract_tb(error.__traceback__)
    while frames and frames[0].filename != path:
        frames = frames[1:]
    lines = ['  File "{}", line {}, in {}\n    {}\n'.format(f.filename, f.lineno, f.name, f.line) for f in frames]
    head = 'Traceback (most recent call last):\n' + ''.join(lines) + '\n' if lines else ''
    return '{}{} - {}'.format(head, type(error).__name__, error)


main()
