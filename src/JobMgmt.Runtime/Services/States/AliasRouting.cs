using System.Globalization;
using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.States;

/// <summary>The <c>routingConfiguration</c> of aliases: one or two versions of one state machine, with weights of 100 together.</summary>
/// <param name="MachineArn">The machine.</param>
/// <param name="Routes">Its routes.</param>
internal sealed record AliasRouting(string MachineArn, IReadOnlyList<AliasRoute> Routes)
{
    /// <summary>Reads it; null where the request has none.</summary>
    /// <exception cref="ServiceException">ValidationException, in AWS's words.</exception>
    public static AliasRouting? Read(JsonObject request)
    {
        if (request.List("routingConfiguration") is null)
        {
            return null;
        }

        var items = request.Objects("routingConfiguration").Select(item => (Arn: item.Text("stateMachineVersionArn"), Weight: item.Number("weight"))).ToArray();
        var arns = $"[{string.Join(", ", items.Select(item => item.Arn))}]";
        var references = items.Select(item => StateMachineReference.Parse(item.Arn!)).ToArray();
        if (references.Any(reference => reference?.Version is null))
        {
            throw Invalid($"Routing configuration must contain state machine version ARNs. Received: {arns}");
        }

        if (references.DistinctBy(reference => reference!.Arn).Count() < references.Length)
        {
            throw Invalid($"Routing configuration must contain distinct state machine version ARNs. Received: {arns}");
        }

        if (references.DistinctBy(reference => reference!.MachineArn).Count() > 1)
        {
            throw Invalid($"Routing configuration must contain versions of one state machine. Received: {arns}");
        }

        return items.Sum(item => item.Weight) == 100
            ? new AliasRouting(references[0]!.MachineArn, [.. items.Zip(references, (item, reference) => new AliasRoute(reference!.Version!.Value, item.Weight!.Value))])
            : throw Invalid($"Sum of routing configuration weights must equal 100. Received: [{string.Join(", ", items.Select(item => item.Weight))}]");
    }

    /// <summary>Refuses versions that are not there, and a machine that is being deleted.</summary>
    public void CheckVersions(StoreConnection connection)
    {
        if (StateMachineStore.Find(connection, MachineArn) is { IsDeleting: true })
        {
            throw StatesErrors.StateMachineDeleting(MachineArn);
        }

        foreach (var route in Routes)
        {
            _ = VersionStore.Find(connection, MachineArn, route.Version) ?? throw StatesErrors.ResourceNotFound(Invariant($"{MachineArn}:{route.Version}"));
        }
    }

    /// <summary>As DescribeStateMachineAlias shows it.</summary>
    public static JsonArray Describe(AliasRecord alias) => new(alias.Routes.Select(route => (JsonValue)JsonObject.Of(
        ("stateMachineVersionArn", Invariant($"{alias.StateMachineArn}:{route.Version}")), ("weight", route.Weight))));

    private static ServiceException Invalid(string message) => new("ValidationException", message);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
