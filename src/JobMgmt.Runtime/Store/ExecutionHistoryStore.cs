using System.Text;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Store;

/// <summary>The history of executions, packed: a row holds the events of one step, or a part of them where they are many.</summary>
internal static class ExecutionHistoryStore
{
    private const int MostInARow = 500; // a page of a long step's events is read without all the others

    /// <summary>Appends a step's events, as GetExecutionHistory answers them.</summary>
    public static void Append(StoreConnection connection, long execution, long firstId, IReadOnlyList<JsonValue> events)
    {
        foreach (var chunk in events.Chunk(MostInARow))
        {
            connection.Execute(
                "INSERT INTO execution_history (execution, first_id, last_id, events) VALUES ($1, $2, $3, $4)",
                execution, firstId, firstId + chunk.Length - 1, Encoding.UTF8.GetBytes(new JsonArray((IReadOnlyList<JsonValue>)chunk).ToString()));
            firstId += chunk.Length;
        }
    }

    /// <summary>The id of the last event; 0 where there is none.</summary>
    public static long LastId(StoreConnection connection, long execution) =>
        connection.QueryNumber("SELECT last_id FROM execution_history WHERE execution = $1 ORDER BY first_id DESC LIMIT 1", execution) ?? 0;

    /// <summary>The events from an id on, upwards or downwards.</summary>
    public static List<JsonValue> Read(StoreConnection connection, long execution, long from, bool downwards, int count)
    {
        var events = new List<JsonValue>();
        while (events.Count < count && RowWith(connection, execution, from) is { } row)
        {
            var inRow = (JsonArray)JsonValue.Parse(row.Events);
            for (; from >= row.FirstId && from <= row.LastId && events.Count < count; from += downwards ? -1 : 1)
            {
                events.Add(inRow[(int)(from - row.FirstId)]);
            }
        }

        return events;
    }

    private static HistoryRow? RowWith(StoreConnection connection, long execution, long id) =>
        connection.QueryFirst(
            "SELECT first_id, last_id, events FROM execution_history WHERE execution = $1 AND first_id <= $2 ORDER BY first_id DESC LIMIT 1",
            row => new HistoryRow(row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), execution, id) is { } found && found.LastId >= id ? found : null;

    private sealed record HistoryRow(long FirstId, long LastId, byte[] Events);
}
