using JobMgmt.Runtime.Automation.Executions;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Automations and their steps.</summary>
internal static class AutomationStore
{
    private const string Columns =
        "sequence, id, client_token, request_hash, document_name, document_version, content_hash, parameters, tags, status, started, ended, current_step, outputs, "
        + "failed_status, failure_message, stop_type, stop_deadline";

    private const string StepColumns =
        "automation_id, name, step_execution_id, action, status, attempt, started, attempt_started, ended, timeout_seconds, max_attempts, inputs, outputs, response_code, "
        + "failure_message, failure_stage, failure_type, note";

    public static void SaveContent(StoreConnection connection, string hash, string content) =>
        connection.Execute("INSERT INTO automation_contents (hash, content) VALUES ($1, $2) ON CONFLICT DO NOTHING", hash, content);

    public static string Content(StoreConnection connection, string hash) =>
        connection.QueryFirst("SELECT content FROM automation_contents WHERE hash = $1", row => row.GetString(0), hash)
        ?? throw new InvalidOperationException($"No automation content {hash}.");

    public static void Insert(StoreConnection connection, AutomationExecution value) =>
        connection.Execute(
            "INSERT INTO automations (id, client_token, request_hash, document_name, document_version, content_hash, parameters, tags, status, started) "
            + "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            value.Id, value.ClientToken, value.RequestHash, value.DocumentName, value.DocumentVersion, value.ContentHash, value.Parameters.ToString(), value.Tags.ToString(),
            value.Status, value.Started.ToUnixTimeMilliseconds());

    /// <summary>Writes what changes while it runs.</summary>
    public static void Update(StoreConnection connection, AutomationExecution value) =>
        connection.Execute(
            "UPDATE automations SET status = $2, ended = $3, current_step = $4, outputs = $5, failed_status = $6, failure_message = $7, stop_type = $8, stop_deadline = $9 "
            + "WHERE id = $1",
            value.Id, value.Status, value.Ended?.ToUnixTimeMilliseconds(), value.CurrentStep, value.Outputs?.ToString(), value.FailedStatus, value.FailureMessage, value.StopType,
            value.StopDeadline?.ToUnixTimeMilliseconds());

    public static void SetTags(StoreConnection connection, string id, JsonArray tags) =>
        connection.Execute("UPDATE automations SET tags = $2 WHERE id = $1", id, tags.ToString());

    public static AutomationExecution? Find(StoreConnection connection, string id) =>
        connection.QueryFirst($"SELECT {Columns} FROM automations WHERE id = $1", Execution, id);

    public static AutomationExecution? FindByClientToken(StoreConnection connection, string token) =>
        connection.QueryFirst($"SELECT {Columns} FROM automations WHERE client_token = $1", Execution, token);

    /// <summary>Newest first, from before a sequence number.</summary>
    public static IEnumerable<AutomationExecution> Newest(StoreConnection connection, long before, int count) =>
        connection.Query($"SELECT {Columns} FROM automations WHERE sequence < $1 ORDER BY sequence DESC LIMIT $2", Execution, before, count);

    /// <summary>How many hold one of the places of automations that run.</summary>
    public static long CountRunning(StoreConnection connection) =>
        connection.QueryNumber("SELECT count(*) FROM automations WHERE ended IS NULL AND status <> 'Pending'") ?? 0;

    public static long CountPending(StoreConnection connection) =>
        connection.QueryNumber("SELECT count(*) FROM automations WHERE ended IS NULL AND status = 'Pending'") ?? 0;

    public static IReadOnlyList<string> RunningIds(StoreConnection connection) =>
        connection.Query("SELECT id FROM automations WHERE ended IS NULL AND status <> 'Pending' ORDER BY sequence", row => row.GetString(0));

    /// <summary>The one that has waited longest for a place.</summary>
    public static AutomationExecution? FirstPending(StoreConnection connection) =>
        connection.QueryFirst($"SELECT {Columns} FROM automations WHERE ended IS NULL AND status = 'Pending' ORDER BY sequence LIMIT 1", Execution);

    public static IReadOnlyList<StepExecution> Steps(StoreConnection connection, string automationId) =>
        connection.Query($"SELECT {StepColumns} FROM automation_steps WHERE automation_id = $1 ORDER BY started, attempt_started", Step, automationId);

    public static StepExecution? FindStep(StoreConnection connection, string automationId, string name) =>
        connection.QueryFirst($"SELECT {StepColumns} FROM automation_steps WHERE automation_id = $1 AND name = $2", Step, automationId, name);

    /// <summary>Writes a step; one that is reached again takes the place of the earlier visit.</summary>
    public static void SaveStep(StoreConnection connection, StepExecution value) =>
        connection.Execute(
            $"INSERT OR REPLACE INTO automation_steps ({StepColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
            value.AutomationId, value.Name, value.Id, value.Action, value.Status, value.Attempt, value.Started.ToUnixTimeMilliseconds(),
            value.AttemptStarted.ToUnixTimeMilliseconds(), value.Ended?.ToUnixTimeMilliseconds(), value.TimeoutSeconds, value.MaxAttempts, value.Inputs.ToString(),
            value.Outputs.ToString(), value.ResponseCode, value.FailureMessage, value.FailureStage, value.FailureType, value.Note?.ToString());

    private static AutomationExecution Execution(SqliteDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        Id = row.GetString(1),
        ClientToken = row.Text(2),
        RequestHash = row.GetString(3),
        DocumentName = row.GetString(4),
        DocumentVersion = row.GetString(5),
        ContentHash = row.GetString(6),
        Parameters = (JsonObject)JsonValue.Parse(row.GetString(7)),
        Tags = (JsonArray)JsonValue.Parse(row.GetString(8)),
        Status = row.GetString(9),
        Started = row.Instant(10),
        Ended = row.InstantOrNull(11),
        CurrentStep = row.Text(12),
        Outputs = row.Text(13) is { } outputs ? (JsonObject)JsonValue.Parse(outputs) : null,
        FailedStatus = row.Text(14),
        FailureMessage = row.Text(15),
        StopType = row.Text(16),
        StopDeadline = row.InstantOrNull(17),
    };

    private static StepExecution Step(SqliteDataReader row) => new()
    {
        AutomationId = row.GetString(0),
        Name = row.GetString(1),
        Id = row.GetString(2),
        Action = row.GetString(3),
        Status = row.GetString(4),
        Attempt = row.GetInt32(5),
        Started = row.Instant(6),
        AttemptStarted = row.Instant(7),
        Ended = row.InstantOrNull(8),
        TimeoutSeconds = row.Number(9),
        MaxAttempts = row.GetInt32(10),
        Inputs = (JsonObject)JsonValue.Parse(row.GetString(11)),
        Outputs = (JsonObject)JsonValue.Parse(row.GetString(12)),
        ResponseCode = row.Text(13),
        FailureMessage = row.Text(14),
        FailureStage = row.Text(15),
        FailureType = row.Text(16),
        Note = row.Text(17) is { } note ? (JsonObject)JsonValue.Parse(note) : null,
    };
}
