-- Versions: revisions that were published, by number. A number is not used again while the machine lives.
CREATE TABLE state_machine_versions (
    state_machine_arn TEXT NOT NULL,
    version INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES state_machine_revisions (id),
    description TEXT,
    created INTEGER NOT NULL,
    PRIMARY KEY (state_machine_arn, version)
) WITHOUT ROWID;
CREATE TABLE state_machine_aliases (
    state_machine_arn TEXT NOT NULL,
    name TEXT NOT NULL,
    description TEXT,
    routing TEXT NOT NULL,              -- JSON: [{"version":1,"weight":100}]
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    PRIMARY KEY (state_machine_arn, name)
) WITHOUT ROWID;
ALTER TABLE state_machines ADD COLUMN last_version INTEGER NOT NULL DEFAULT 0;

-- What an execution was started by, where that was not the machine itself.
ALTER TABLE executions ADD COLUMN version INTEGER;
ALTER TABLE executions ADD COLUMN alias TEXT;
CREATE INDEX executions_of_version ON executions (state_machine_arn, version, id) WHERE version IS NOT NULL;
CREATE INDEX executions_of_alias ON executions (state_machine_arn, alias, id) WHERE alias IS NOT NULL;
