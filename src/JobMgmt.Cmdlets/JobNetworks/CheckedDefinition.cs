using JobMgmt.Networks.Checks;
using JobMgmt.Networks.Compilation;
using JobMgmt.Networks.Definitions;
using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Validation;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>A definition that Test-JobNetwork has checked, so that it can be looked at together with the others.</summary>
/// <param name="Name">The network.</param>
/// <param name="Definition">Its definition.</param>
/// <param name="Path">Its file; null where it has none.</param>
/// <param name="IsText">Whether what is found has a line and a column.</param>
/// <param name="Locate">Gives a finding its place in the file; null where it has none.</param>
internal sealed record CheckedDefinition(string Name, JsonObject Definition, string? Path, bool IsText, Func<NetworkFinding, NetworkFinding>? Locate)
{
    // Of a machine by hand nobody knows what it takes.
    private JobNetwork? Network { get; } = NetworkReader.CanContinue(Definition.ToString()) && NetworkReader.TryRead(Definition, Name, out JobNetwork? network, out _) ? network : null;

    /// <summary>In what its jobs that are networks do not fit those, as far as they were checked too.</summary>
    public IReadOnlyList<NetworkFinding> Misfits(IReadOnlyCollection<CheckedDefinition> all) => Network is null ? []
        : NestedFit.Find(Network, name => all.FirstOrDefault(one => one.Name == name)?.Network).Select(misfit => new NetworkFinding(
            DiagnosticSeverity.Error, misfit.IsLock ? NetworkCodes.NestedLock : NetworkCodes.NestedParameter, null, $"{misfit.Fault.Message} {misfit.Fault.Fix}") { State = misfit.Job })
            .Select(finding => Locate is null ? finding : Locate(finding)).ToArray();
}
