-- Redrives: an execution that ended without success can go on from where it stood.
ALTER TABLE executions ADD COLUMN redrive_count INTEGER NOT NULL DEFAULT 0;
ALTER TABLE executions ADD COLUMN redriven INTEGER;
CREATE TABLE execution_redrives (
    execution INTEGER PRIMARY KEY REFERENCES executions (id),
    checkpoint TEXT NOT NULL            -- where it stood when it ended; gone while it runs
);
CREATE TABLE execution_redrive_tokens (
    execution INTEGER NOT NULL REFERENCES executions (id),
    token TEXT NOT NULL,
    redriven INTEGER NOT NULL,
    PRIMARY KEY (execution, token)
) WITHOUT ROWID;
