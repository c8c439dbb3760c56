CREATE TABLE activities (
    arn TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    created INTEGER NOT NULL
) WITHOUT ROWID;

-- The tasks that wait for a worker, first come first served; the worker that takes one deletes its row.
CREATE TABLE activity_tasks (
    id INTEGER PRIMARY KEY,
    activity TEXT NOT NULL,
    execution INTEGER NOT NULL,
    task INTEGER NOT NULL,
    UNIQUE (execution, task)
);
CREATE INDEX activity_tasks_of_activity ON activity_tasks (activity, id);
