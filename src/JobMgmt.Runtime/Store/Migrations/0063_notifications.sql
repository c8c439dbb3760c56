-- EventBridge's connections and API destinations, SNS's topics and subscriptions, and what still has to leave the machine.
CREATE TABLE event_connection (
    name TEXT PRIMARY KEY,
    arn TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL,           -- as DescribeConnection shows it
    secrets BLOB NOT NULL,              -- what it does not show, encrypted
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL
);

CREATE TABLE event_api_destination (
    name TEXT PRIMARY KEY,
    arn TEXT NOT NULL UNIQUE,
    definition TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL
);

CREATE TABLE sns_topic (
    arn TEXT PRIMARY KEY,
    attributes TEXT NOT NULL DEFAULT '{}',
    tags TEXT NOT NULL DEFAULT '[]'
) WITHOUT ROWID;

CREATE TABLE sns_subscription (
    arn TEXT PRIMARY KEY,
    topic TEXT NOT NULL REFERENCES sns_topic (arn) ON DELETE CASCADE,
    protocol TEXT NOT NULL,
    endpoint TEXT NOT NULL,
    UNIQUE (topic, protocol, endpoint)
) WITHOUT ROWID;

-- Requests and mails that are still to be sent: written with the event or the publication, deleted once the other side has taken them.
CREATE TABLE notification (
    id INTEGER PRIMARY KEY,
    destination TEXT NOT NULL,          -- the ARN of an API destination or of a subscription
    origin TEXT NOT NULL,               -- the rule or the topic, for the log
    message TEXT NOT NULL,
    accepted INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    most_attempts INTEGER NOT NULL,
    give_up INTEGER NOT NULL,           -- no attempt after that
    due INTEGER NOT NULL
);
CREATE INDEX notification_due ON notification (due);
