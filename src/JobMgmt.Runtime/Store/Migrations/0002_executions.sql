-- State machines and their revisions. A revision stays as long as an execution that started with it is kept: an execution runs on with what it started with.
CREATE TABLE state_machines (
    arn TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,               -- ACTIVE, or DELETING while its executions end
    created INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES state_machine_revisions (id)
) WITHOUT ROWID;

CREATE TABLE state_machine_revisions (
    id INTEGER PRIMARY KEY,
    revision_id TEXT,                   -- NULL: the one it was created with, as AWS shows it
    definition TEXT NOT NULL,
    role_arn TEXT NOT NULL,
    logging TEXT NOT NULL,
    tracing TEXT NOT NULL,
    updated INTEGER NOT NULL
);

CREATE TABLE states_tags (
    resource_arn TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (resource_arn, key)
);

CREATE TABLE executions (
    id INTEGER PRIMARY KEY,
    arn TEXT NOT NULL UNIQUE,           -- the key, not a check, stops a double start
    name TEXT NOT NULL,
    state_machine_arn TEXT NOT NULL,
    state_machine_name TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES state_machine_revisions (id),
    status TEXT NOT NULL,
    started INTEGER NOT NULL,
    stopped INTEGER,
    input TEXT NOT NULL,
    output TEXT,
    error TEXT,
    cause TEXT,
    trace_header TEXT
);
CREATE INDEX executions_of_machine ON executions (state_machine_arn, id);
CREATE INDEX executions_running ON executions (state_machine_arn) WHERE status = 'RUNNING';

-- Where a running execution stands; gone when it has ended.
CREATE TABLE execution_checkpoints (
    execution INTEGER PRIMARY KEY REFERENCES executions (id),
    checkpoint TEXT NOT NULL
);

-- One row a step: the events that it led to, a JSON array as GetExecutionHistory answers them.
CREATE TABLE execution_history (
    execution INTEGER NOT NULL REFERENCES executions (id),
    first_id INTEGER NOT NULL,
    last_id INTEGER NOT NULL,
    events BLOB NOT NULL,
    PRIMARY KEY (execution, first_id)
) WITHOUT ROWID;

CREATE TABLE execution_timers (
    execution INTEGER NOT NULL REFERENCES executions (id),
    timer INTEGER NOT NULL,
    due INTEGER NOT NULL,
    PRIMARY KEY (execution, timer)
) WITHOUT ROWID;

-- The outbox: a row for each task. pending: its call is not known to be made; sent: the call was answered; closed: nobody awaits anything of it any more
-- (the row stays for its token, which is then answered by TaskTimedOut).
CREATE TABLE execution_tasks (
    execution INTEGER NOT NULL REFERENCES executions (id),
    task INTEGER NOT NULL,
    state TEXT NOT NULL,
    resource TEXT NOT NULL,
    parameters TEXT,
    token TEXT,
    state_name TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    child INTEGER REFERENCES executions (id),
    PRIMARY KEY (execution, task)
) WITHOUT ROWID;
CREATE UNIQUE INDEX execution_tasks_token ON execution_tasks (token) WHERE token IS NOT NULL;
CREATE INDEX execution_tasks_child ON execution_tasks (child) WHERE child IS NOT NULL;

-- What an execution is told and has not taken a step on yet; the step that does deletes the row.
CREATE TABLE execution_inputs (
    id INTEGER PRIMARY KEY,
    execution INTEGER NOT NULL REFERENCES executions (id),
    kind TEXT NOT NULL,
    task INTEGER NOT NULL,
    output TEXT,
    error TEXT,
    cause TEXT
);
CREATE INDEX execution_inputs_of_execution ON execution_inputs (execution);
