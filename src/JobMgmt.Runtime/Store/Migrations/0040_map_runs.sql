-- Map Runs: what a Map state in DISTRIBUTED mode started. phase: reading (its items are being staged; no child has started), running, stopping (children are
-- being aborted), redriving (what did not succeed is about to wait again), ended.
CREATE TABLE map_runs (
    id INTEGER PRIMARY KEY,
    arn TEXT NOT NULL UNIQUE,
    execution INTEGER NOT NULL REFERENCES executions (id),
    task INTEGER NOT NULL,
    phase TEXT NOT NULL,
    status TEXT NOT NULL,               -- RUNNING, SUCCEEDED, FAILED, ABORTED
    started INTEGER NOT NULL,
    stopped INTEGER,
    error TEXT,                         -- why it fails, known before it has ended
    cause TEXT,
    max_concurrency INTEGER NOT NULL,
    tolerated_count INTEGER NOT NULL,
    tolerated_percentage REAL NOT NULL,
    is_express INTEGER NOT NULL,
    revision INTEGER REFERENCES state_machine_revisions (id), -- what its children run
    results_written INTEGER NOT NULL DEFAULT 0,
    items_written INTEGER NOT NULL DEFAULT 0,
    redrive_count INTEGER NOT NULL DEFAULT 0,
    redriven INTEGER
);
CREATE UNIQUE INDEX map_runs_of_execution ON map_runs (execution, id);
CREATE INDEX map_runs_of_task ON map_runs (execution, task);
CREATE INDEX map_runs_open ON map_runs (id) WHERE phase <> 'ended';

-- Apart, since it is large and is not written again.
CREATE TABLE map_run_plans (
    map_run INTEGER PRIMARY KEY REFERENCES map_runs (id),
    plan TEXT NOT NULL
);

-- The children, by the order of their items. The input is here until the child starts; of an EXPRESS one, of which no execution stays, all is here when it has ended.
CREATE TABLE map_run_children (
    map_run INTEGER NOT NULL REFERENCES map_runs (id),
    idx INTEGER NOT NULL,
    items INTEGER NOT NULL,             -- of a batch several
    status TEXT NOT NULL,               -- PENDING, PENDING_REDRIVE, RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED
    execution INTEGER,
    input TEXT,
    ended TEXT,                         -- of an EXPRESS one: JSON of what an execution's row has
    PRIMARY KEY (map_run, idx)
) WITHOUT ROWID;

-- How many of them, and of the items in them, are in each status: told and decided by without counting 100,000 rows.
CREATE TABLE map_run_counts (
    map_run INTEGER NOT NULL REFERENCES map_runs (id),
    status TEXT NOT NULL,
    executions INTEGER NOT NULL,
    items INTEGER NOT NULL,
    PRIMARY KEY (map_run, status)
) WITHOUT ROWID;

ALTER TABLE executions ADD COLUMN map_run INTEGER REFERENCES map_runs (id);
ALTER TABLE executions ADD COLUMN map_index INTEGER;
CREATE INDEX executions_of_map_run ON executions (map_run, id) WHERE map_run IS NOT NULL;

-- The definition that a Map state's children run: made of another revision, once for each state.
ALTER TABLE state_machine_revisions ADD COLUMN parent INTEGER REFERENCES state_machine_revisions (id);
ALTER TABLE state_machine_revisions ADD COLUMN location TEXT;
CREATE UNIQUE INDEX state_machine_revisions_of_map ON state_machine_revisions (parent, location) WHERE parent IS NOT NULL;
