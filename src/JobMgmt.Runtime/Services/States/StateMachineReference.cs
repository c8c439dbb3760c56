using System.Globalization;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Services.States;

/// <summary>A state machine's ARN, with or without what may follow it: a version's number or an alias's name.</summary>
/// <param name="Arn">As given.</param>
/// <param name="MachineArn">The machine's own.</param>
/// <param name="Version">The version, if one is named.</param>
/// <param name="Alias">The alias, if one is named.</param>
internal sealed record StateMachineReference(string Arn, string MachineArn, long? Version, string? Alias)
{
    public bool IsQualified => Version is not null || Alias is not null;

    /// <summary>Takes an ARN apart; null where it is no state machine's.</summary>
    public static StateMachineReference? Parse(string arn)
    {
        var parts = arn.Split(':');
        return parts is ["arn", _, "states", _, _, "stateMachine", _] ? new StateMachineReference(arn, arn, null, null)
            : parts is not ["arn", _, "states", _, _, "stateMachine", _, var qualifier] ? null
            : long.TryParse(qualifier, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new StateMachineReference(arn, MachineOf(arn, qualifier), version, null)
            : new StateMachineReference(arn, MachineOf(arn, qualifier), null, qualifier);
    }

    /// <summary>The machine, checked that the version or alias is there too.</summary>
    /// <exception cref="ServiceException">StateMachineDoesNotExist.</exception>
    public StateMachineRecord Find(StoreConnection connection)
    {
        var machine = StateMachineStore.Find(connection, MachineArn);
        return machine is null
            || (Version is { } version && VersionStore.Find(connection, MachineArn, version) is null)
            || (Alias is { } alias && AliasStore.Find(connection, MachineArn, alias) is null)
            ? throw StatesErrors.StateMachineDoesNotExist(Arn)
            : machine;
    }

    private static string MachineOf(string arn, string qualifier) => arn[..^(qualifier.Length + 1)];
}
