using JobMgmt.Runtime.Events;
using JobMgmt.StatesLanguage.Json;
using Microsoft.Data.Sqlite;

namespace JobMgmt.Runtime.Store;

/// <summary>Rules, targets, and what targets are still owed.</summary>
internal static class EventStore
{
    private const string RuleColumns = "SELECT name, pattern, schedule, state, description, role_arn, tags FROM event_rule";
    private const string DueColumns = "SELECT name, pattern, schedule, state, description, role_arn, tags, origin, due FROM event_rule";

    public static List<EventRule> Rules(StoreConnection store) => store.Query($"{RuleColumns} ORDER BY name", Rule);

    /// <summary>Rules by name, after the last one of the page before.</summary>
    public static List<EventRule> Rules(StoreConnection store, string? prefix, string? after, int most) =>
        store.Query(
            $"{RuleColumns} WHERE ($1 IS NULL OR substr(name, 1, length($1)) = $1) AND ($2 IS NULL OR name > $2) ORDER BY name LIMIT $3", Rule, prefix, after, most);

    /// <summary>The enabled rules whose pattern has a text anywhere in it.</summary>
    public static List<EventRule> RulesThatMention(StoreConnection store, string text) =>
        store.Query($"{RuleColumns} WHERE instr(pattern, $1) > 0 AND state <> 'DISABLED' ORDER BY name", Rule, text);

    public static EventRule? FindRule(StoreConnection store, string name) => store.QueryFirst($"{RuleColumns} WHERE name = $1", Rule, name);

    public static void SaveRule(StoreConnection store, EventRule rule) =>
        store.Execute(
            "INSERT INTO event_rule (name, pattern, schedule, state, description, role_arn, tags) VALUES ($1, $2, $3, $4, $5, $6, $7) "
            + "ON CONFLICT (name) DO UPDATE SET pattern = $2, schedule = $3, state = $4, description = $5, role_arn = $6, tags = $7",
            rule.Name,
            rule.PatternText,
            rule.Schedule,
            rule.State,
            rule.Description,
            rule.RoleArn,
            rule.Tags.ToString());

    public static void DeleteRule(StoreConnection store, string name) => store.Execute("DELETE FROM event_rule WHERE name = $1", name);

    /// <summary>Rules whose schedule has come, with its origin and its time.</summary>
    public static List<(EventRule Rule, DateTimeOffset Origin, DateTimeOffset Due)> DueRules(StoreConnection store, DateTimeOffset now, int most) =>
        store.Query($"{DueColumns} WHERE due <= $1 ORDER BY due, name LIMIT $2", DueRule, now.ToUnixTimeMilliseconds(), most);

    /// <summary>A rule, if its schedule has come.</summary>
    public static (EventRule Rule, DateTimeOffset Origin, DateTimeOffset Due)? FindDueRule(StoreConnection store, string name, DateTimeOffset now) =>
        store.Query($"{DueColumns} WHERE due <= $1 AND name = $2", DueRule, now.ToUnixTimeMilliseconds(), name) is [var found] ? found : null;

    /// <summary>Sets what a rule's rate counts from and when it is due; null for none.</summary>
    public static void SetDue(StoreConnection store, string rule, DateTimeOffset origin, DateTimeOffset? due) =>
        store.Execute("UPDATE event_rule SET origin = $2, due = $3 WHERE name = $1", rule, origin.ToUnixTimeMilliseconds(), due?.ToUnixTimeMilliseconds());

    public static List<EventTarget> Targets(StoreConnection store, string rule) =>
        store.Query("SELECT target FROM event_target WHERE rule = $1 ORDER BY id", row => Target(row.GetString(0)), rule);

    public static List<string> RulesWithTarget(StoreConnection store, string arn) =>
        store.Query("SELECT DISTINCT rule FROM event_target WHERE json_extract(target, '$.Arn') = $1 ORDER BY rule", row => row.GetString(0), arn);

    public static void SaveTarget(StoreConnection store, string rule, EventTarget target) =>
        store.Execute(
            "INSERT INTO event_target (rule, id, target) VALUES ($1, $2, $3) ON CONFLICT (rule, id) DO UPDATE SET target = $3",
            rule,
            target.Id,
            target.Definition.ToString());

    public static bool DeleteTarget(StoreConnection store, string rule, string id) =>
        store.Execute("DELETE FROM event_target WHERE rule = $1 AND id = $2", rule, id) == 1;

    public static void AddDelivery(StoreConnection store, string rule, JsonObject target, string payload, DateTimeOffset now) =>
        store.Execute(
            "INSERT INTO event_delivery (rule, target, payload, accepted, due) VALUES ($1, $2, $3, $4, $4)",
            rule,
            target.ToString(),
            payload,
            now.ToUnixTimeMilliseconds());

    public static List<EventDelivery> DueDeliveries(StoreConnection store, DateTimeOffset now, int most) =>
        store.Query(
            "SELECT id, rule, target, payload, accepted, attempts FROM event_delivery WHERE due <= $1 ORDER BY due, id LIMIT $2",
            row => new EventDelivery(row.GetInt64(0), row.GetString(1), Target(row.GetString(2)), row.GetString(3), row.Instant(4), row.GetInt64(5)),
            now.ToUnixTimeMilliseconds(),
            most);

    public static DateTimeOffset? NextDelivery(StoreConnection store) =>
        store.QueryNumber("SELECT min(due) FROM event_delivery") is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;

    public static void RemoveDelivery(StoreConnection store, long id) => store.Execute("DELETE FROM event_delivery WHERE id = $1", id);

    public static void PostponeDelivery(StoreConnection store, long id, DateTimeOffset due) =>
        store.Execute("UPDATE event_delivery SET attempts = attempts + 1, due = $2 WHERE id = $1", id, due.ToUnixTimeMilliseconds());

    private static EventRule Rule(SqliteDataReader row) =>
        new(row.GetString(0), row.Text(1), row.Text(2), row.GetString(3), row.Text(4), row.Text(5), (JsonObject)JsonValue.Parse(row.GetString(6)));

    private static (EventRule Rule, DateTimeOffset Origin, DateTimeOffset Due) DueRule(SqliteDataReader row) => (Rule(row), row.Instant(7), row.Instant(8));

    private static EventTarget Target(string text) => new((JsonObject)JsonValue.Parse(text));
}
