-- EventBridge Scheduler's groups and schedules, and when rules with a schedule are due.
CREATE TABLE schedule_groups (
    name TEXT PRIMARY KEY,
    created INTEGER,                    -- the default group is older than anything
    modified INTEGER,
    tags TEXT NOT NULL DEFAULT '{}'
) WITHOUT ROWID;
INSERT INTO schedule_groups (name) VALUES ('default');

CREATE TABLE schedules (
    id INTEGER PRIMARY KEY,
    group_name TEXT NOT NULL REFERENCES schedule_groups (name) ON DELETE CASCADE,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,           -- the members as GetSchedule shows them
    state TEXT NOT NULL,
    created INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    origin INTEGER NOT NULL,            -- what a rate counts from
    due INTEGER,                        -- its next time; none while it is disabled, or when it has no more
    UNIQUE (group_name, name)
);
CREATE INDEX schedules_due ON schedules (due) WHERE due IS NOT NULL;

-- What has come due and still has to reach its target: written when the schedule moves on to its next time, deleted with the target's answer.
CREATE TABLE schedule_invocations (
    id INTEGER PRIMARY KEY,
    schedule INTEGER NOT NULL REFERENCES schedules (id) ON DELETE CASCADE,
    scheduled INTEGER NOT NULL,         -- the time that the expression names
    due INTEGER NOT NULL,               -- when it is sent, or sent again
    attempts INTEGER NOT NULL DEFAULT 0,
    target TEXT NOT NULL,               -- as it was then
    UNIQUE (schedule, scheduled)
);
CREATE INDEX schedule_invocations_due ON schedule_invocations (due);

-- Client tokens of the last day, with what was asked and answered.
CREATE TABLE schedule_tokens (
    token TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    answer TEXT NOT NULL,
    used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX schedule_tokens_used ON schedule_tokens (used);

ALTER TABLE event_rule ADD COLUMN origin INTEGER;
ALTER TABLE event_rule ADD COLUMN due INTEGER;
CREATE INDEX event_rule_due ON event_rule (due) WHERE due IS NOT NULL;
