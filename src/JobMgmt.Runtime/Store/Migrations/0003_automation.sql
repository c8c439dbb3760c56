-- SSM documents: a name, its versions. Amazon's own documents are part of the program, not of the store.
CREATE TABLE documents (
    name            TEXT PRIMARY KEY,
    type            TEXT NOT NULL,
    target_type     TEXT,
    display_name    TEXT,
    created         INTEGER NOT NULL,
    default_version INTEGER NOT NULL,
    latest_version  INTEGER NOT NULL,
    tags            TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE document_versions (
    name               TEXT NOT NULL REFERENCES documents (name) ON DELETE CASCADE,
    version            INTEGER NOT NULL,
    version_name       TEXT,
    format             TEXT NOT NULL,
    content            TEXT NOT NULL,
    hash               TEXT NOT NULL,
    created            INTEGER NOT NULL,
    description        TEXT,
    schema_version     TEXT NOT NULL,
    parameters         TEXT NOT NULL,
    status_information TEXT,
    PRIMARY KEY (name, version)
) STRICT, WITHOUT ROWID;

-- What automations run: the content as it was at their start, kept once however many run it, and also when the document is deleted.
CREATE TABLE automation_contents (
    hash    TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE automations (
    sequence         INTEGER PRIMARY KEY,
    id               TEXT NOT NULL UNIQUE,
    client_token     TEXT UNIQUE,
    request_hash     TEXT NOT NULL,
    document_name    TEXT NOT NULL,
    document_version TEXT NOT NULL,
    content_hash     TEXT NOT NULL REFERENCES automation_contents (hash),
    parameters       TEXT NOT NULL,
    tags             TEXT NOT NULL,
    status           TEXT NOT NULL,
    started          INTEGER NOT NULL,
    ended            INTEGER,
    current_step     TEXT,
    outputs          TEXT,
    failed_status    TEXT,
    failure_message  TEXT,
    stop_type        TEXT,
    stop_deadline    INTEGER
) STRICT;

CREATE INDEX automations_open ON automations (status, sequence) WHERE ended IS NULL;

-- Steps that were reached; those that were not are shown from the document.
CREATE TABLE automation_steps (
    automation_id     TEXT NOT NULL REFERENCES automations (id) ON DELETE CASCADE,
    name              TEXT NOT NULL,
    step_execution_id TEXT NOT NULL,
    action            TEXT NOT NULL,
    status            TEXT NOT NULL,
    attempt           INTEGER NOT NULL,
    started           INTEGER NOT NULL,
    attempt_started   INTEGER NOT NULL,
    ended             INTEGER,
    timeout_seconds   INTEGER,
    max_attempts      INTEGER NOT NULL,
    inputs            TEXT NOT NULL,
    outputs           TEXT NOT NULL,
    response_code     TEXT,
    failure_message   TEXT,
    failure_stage     TEXT,
    failure_type      TEXT,
    note              TEXT,
    PRIMARY KEY (automation_id, name)
) STRICT, WITHOUT ROWID;
