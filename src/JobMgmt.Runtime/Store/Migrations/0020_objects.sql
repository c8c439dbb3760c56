CREATE TABLE s3_bucket (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created INTEGER NOT NULL
);

-- content names a file below objects/; a row and its file belong to each other alone.
CREATE TABLE s3_object (
    bucket_id INTEGER NOT NULL REFERENCES s3_bucket (id),
    key TEXT NOT NULL,
    content TEXT NOT NULL,
    size INTEGER NOT NULL,
    etag TEXT NOT NULL,
    modified INTEGER NOT NULL,
    checksum_algorithm TEXT NOT NULL,
    checksum_type TEXT NOT NULL,
    checksum TEXT NOT NULL,
    attributes TEXT NOT NULL,
    tags TEXT NOT NULL,
    parts TEXT,
    PRIMARY KEY (bucket_id, key)
) WITHOUT ROWID;

CREATE TABLE s3_upload (
    id TEXT PRIMARY KEY,
    bucket_id INTEGER NOT NULL REFERENCES s3_bucket (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    initiated INTEGER NOT NULL,
    checksum_algorithm TEXT NOT NULL,
    checksum_type TEXT NOT NULL,
    attributes TEXT NOT NULL,
    tags TEXT NOT NULL
);

CREATE INDEX s3_upload_by_key ON s3_upload (bucket_id, key, id);

CREATE TABLE s3_part (
    upload_id TEXT NOT NULL REFERENCES s3_upload (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    size INTEGER NOT NULL,
    md5 TEXT NOT NULL,
    checksum TEXT NOT NULL,
    modified INTEGER NOT NULL,
    PRIMARY KEY (upload_id, number)
) WITHOUT ROWID;
