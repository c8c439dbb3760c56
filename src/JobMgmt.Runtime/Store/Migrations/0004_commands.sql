-- Workers: EC2 instances as clients see them, each with an agent that is online while the instance runs.
CREATE TABLE instances (
    id TEXT PRIMARY KEY,
    reservation_id TEXT NOT NULL,
    launch_index INTEGER NOT NULL,
    image_id TEXT NOT NULL,
    instance_type TEXT NOT NULL,
    key_name TEXT,
    client_token TEXT,
    state TEXT NOT NULL,                -- running, stopped, terminated
    launched INTEGER NOT NULL,
    changed INTEGER NOT NULL,           -- when the state changed last
    reason TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;
CREATE INDEX instances_by_client_token ON instances (client_token) WHERE client_token IS NOT NULL;

CREATE TABLE instance_tags (
    instance TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (instance, key)
) WITHOUT ROWID;

CREATE TABLE commands (
    id INTEGER PRIMARY KEY,
    command_id TEXT NOT NULL UNIQUE,
    document_name TEXT NOT NULL,
    request TEXT NOT NULL,              -- SendCommand's members, for the answers that show them again
    requested INTEGER NOT NULL,
    deliver_until INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    max_concurrency INTEGER NOT NULL,
    max_errors INTEGER NOT NULL,
    status TEXT NOT NULL,
    status_details TEXT NOT NULL
);

-- A command on one node. The key, not a check, keeps it from being there twice.
CREATE TABLE command_invocations (
    id INTEGER PRIMARY KEY,
    command INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
    instance_id TEXT NOT NULL,
    instance_name TEXT NOT NULL,
    status TEXT NOT NULL,
    status_details TEXT NOT NULL,
    response_code INTEGER NOT NULL DEFAULT -1,
    started INTEGER,
    ended INTEGER,
    stdout TEXT NOT NULL DEFAULT '',    -- as GetCommandInvocation shows them: cut
    stderr TEXT NOT NULL DEFAULT '',
    stdout_logged INTEGER NOT NULL DEFAULT 0, -- bytes of the file that are log events already
    stderr_logged INTEGER NOT NULL DEFAULT 0,
    UNIQUE (command, instance_id)
);
CREATE INDEX command_invocations_open ON command_invocations (command) WHERE ended IS NULL;
CREATE INDEX command_invocations_of_instance ON command_invocations (instance_id, id);

CREATE TABLE parameters (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    type TEXT NOT NULL,
    value BLOB NOT NULL,                -- UTF-8, encrypted where the type is SecureString
    description TEXT,
    allowed_pattern TEXT,
    data_type TEXT NOT NULL,
    tier TEXT NOT NULL,
    key_id TEXT,
    modified INTEGER NOT NULL,
    PRIMARY KEY (name, version)
) WITHOUT ROWID;

CREATE TABLE roles (
    name TEXT PRIMARY KEY COLLATE NOCASE, -- names are unique regardless of case
    role_id TEXT NOT NULL,
    path TEXT NOT NULL,
    trust_policy TEXT NOT NULL,
    description TEXT,
    max_session_duration INTEGER NOT NULL,
    created INTEGER NOT NULL,
    tags TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;

CREATE TABLE role_policies (
    role TEXT NOT NULL COLLATE NOCASE REFERENCES roles (name),
    name TEXT NOT NULL COLLATE NOCASE,
    document TEXT NOT NULL,
    PRIMARY KEY (role, name)
) WITHOUT ROWID;
