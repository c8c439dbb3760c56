CREATE TABLE log_group (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL,
    retention_days INTEGER,
    tags TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE log_stream (
    id INTEGER PRIMARY KEY,
    group_id INTEGER NOT NULL REFERENCES log_group (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    created INTEGER NOT NULL,
    first_event INTEGER,
    last_event INTEGER,
    last_ingestion INTEGER,
    UNIQUE (group_id, name)
);

CREATE TABLE log_event (
    id INTEGER PRIMARY KEY,
    stream_id INTEGER NOT NULL REFERENCES log_stream (id) ON DELETE CASCADE,
    timestamp INTEGER NOT NULL,
    ingestion INTEGER NOT NULL,
    message TEXT NOT NULL
);

CREATE INDEX log_event_by_time ON log_event (stream_id, timestamp, id);

CREATE TABLE log_resource_policy (
    name TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    updated INTEGER NOT NULL
);

CREATE TABLE event_rule (
    name TEXT PRIMARY KEY,
    pattern TEXT,
    schedule TEXT,
    state TEXT NOT NULL,
    description TEXT,
    role_arn TEXT,
    tags TEXT NOT NULL DEFAULT '{}'
);

CREATE TABLE event_target (
    rule TEXT NOT NULL REFERENCES event_rule (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    target TEXT NOT NULL,
    PRIMARY KEY (rule, id)
);

-- What matched and still has to reach its target: written with the event, deleted with the delivery.
CREATE TABLE event_delivery (
    id INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    target TEXT NOT NULL,
    payload TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due INTEGER NOT NULL
);
