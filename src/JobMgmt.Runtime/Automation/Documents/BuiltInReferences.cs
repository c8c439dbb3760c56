using System.Globalization;
using JobMgmt.Runtime.Hosting;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Automation.Documents;

/// <summary>
/// The values that every document can refer to
/// (https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-variables.html).
/// </summary>
internal static class BuiltInReferences
{
    private static readonly string[] _names =
        ["automation:EXECUTION_ID", "global:DATE", "global:DATE_TIME", "global:REGION", "global:ACCOUNT_ID", "global:AWS_PARTITION"];

    public static bool IsKnown(string name) => _names.Contains(name, StringComparer.Ordinal);

    public static JsonValue? Find(string name, string executionId, RuntimeIdentity identity, DateTimeOffset now) => name switch
    {
        "automation:EXECUTION_ID" => new JsonString(executionId),
        "global:DATE" => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "global:DATE_TIME" => now.UtcDateTime.ToString("yyyy-MM-dd_HH.mm.ss", CultureInfo.InvariantCulture),
        "global:REGION" => identity.Region,
        "global:ACCOUNT_ID" => identity.Account,
        "global:AWS_PARTITION" => "aws",
        _ => null,
    };
}
