namespace JobMgmt.Runtime.Automation.Actions;

/// <summary>boto3's names, in which documents name services and operations.</summary>
internal static class BotoNames
{
    private static readonly Dictionary<string, string> _signingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["stepfunctions"] = "states",
        ["sfn"] = "states",
    };

    /// <summary>The service's signing name, by which the runtime knows it.</summary>
    public static string SigningName(string service) => _signingNames.GetValueOrDefault(service, service.ToLowerInvariant());

    /// <summary><c>SendTaskSuccess</c> from itself, <c>sendTaskSuccess</c> or <c>send_task_success</c>.</summary>
    public static string Operation(string api) =>
        string.Concat(api.Split('_', '-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
