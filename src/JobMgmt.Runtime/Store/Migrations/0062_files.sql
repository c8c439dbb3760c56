-- Deliveries in the order in which they are due, and buckets whose events go to the bus.
CREATE INDEX event_delivery_due ON event_delivery (due, id);

ALTER TABLE s3_bucket ADD COLUMN sends_events INTEGER NOT NULL DEFAULT 0;

-- The folders that enabled rules name, and their files as they were told. A file that has no row, or another identity, has arrived.
CREATE TABLE watched_folder (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
);

CREATE TABLE watched_file (
    folder INTEGER NOT NULL REFERENCES watched_folder (id) ON DELETE CASCADE,
    name TEXT NOT NULL,                 -- below the folder, with /
    identity TEXT NOT NULL,             -- size, time of the last write, inode, time of birth
    matched INTEGER NOT NULL,           -- whether a rule matched its event
    PRIMARY KEY (folder, name)
) WITHOUT ROWID;
