using System.Globalization;
using Amazon.DynamoDBv2.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobNetworkSuspensions;

/// <summary>The suspensions of networks, as the stack's table has them.</summary>
internal sealed class SuspensionDirectory(JobMgmtSession session, RunJobStackNames names)
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    // AWS forgets a run so long after its end.
    private const int DaysOfRuns = 90;

    /// <summary>A network's suspensions, by their begin; those that are over are among them until somebody resumes the network.</summary>
    /// <exception cref="CmdletFailure">The stack is not published.</exception>
    public async Task<IReadOnlyList<JobNetworkSuspension>> ReadAsync(string network, CancellationToken cancellationToken)
        => (await ReadAsync(network, RunSuspensions.Periods, cancellationToken).ConfigureAwait(false)).Values.Select(period => Read(network, period.M)).OrderBy(suspension => suspension.From).ToArray();

    /// <summary>The names of the runs that were discarded while they were held; none where the table can't be asked.</summary>
    public async Task<IEnumerable<string>> FindDiscardedAsync(string network, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(network, RunSuspensions.Discarded, cancellationToken).ConfigureAwait(false)).Keys;
        }
        catch (Exception e) when (e is CmdletFailure or Amazon.DynamoDBv2.AmazonDynamoDBException)
        {
            return [];
        }
    }

    /// <summary>Writes down that a run is discarded. What AWS has forgotten goes out.</summary>
    /// <exception cref="CmdletFailure">The stack is not published.</exception>
    public async Task AddDiscardedAsync(string network, string executionName, DateTime time, CancellationToken cancellationToken)
    {
        await MakeMapAsync(network, RunSuspensions.Discarded, cancellationToken).ConfigureAwait(false);
        foreach (KeyValuePair<string, AttributeValue> old in (await ReadAsync(network, RunSuspensions.Discarded, cancellationToken).ConfigureAwait(false)).Where(one => Local(one.Value.S) < time.AddDays(-DaysOfRuns)))
        {
            await UpdateAsync(network, $"REMOVE {RunSuspensions.Discarded}.#id", old.Key, null, cancellationToken).ConfigureAwait(false);
        }

        await UpdateAsync(
            network, $"SET {RunSuspensions.Discarded}.#id = :at", executionName, new() { [":at"] = new AttributeValue { S = Write(time) } }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyDictionary<string, AttributeValue>> ReadAsync(string network, string attribute, CancellationToken cancellationToken)
    {
        GetItemResponse answer;
        try
        {
            answer = await session.DynamoDb.GetItemAsync(
                new GetItemRequest { TableName = names.LockTable, Key = Key(network), ConsistentRead = true }, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
        }

        return answer.Item is { } item && item.TryGetValue(attribute, out AttributeValue? value) && value.M is { } map ? map : new Dictionary<string, AttributeValue>();
    }

    /// <summary>Those that are not over at a time; none where the table can't be asked: whoever starts or watches runs need not have the right to.</summary>
    public async Task<JobNetworkSuspension[]> FindAsync(string network, DateTime time, CancellationToken cancellationToken)
    {
        try
        {
            return (await ReadAsync(network, cancellationToken).ConfigureAwait(false)).Where(suspension => suspension.Until is null || suspension.Until > time).ToArray();
        }
        catch (Exception e) when (e is CmdletFailure or Amazon.DynamoDBv2.AmazonDynamoDBException)
        {
            return [];
        }
    }

    /// <summary>Adds one, or replaces that of the same period.</summary>
    public async Task AddAsync(JobNetworkSuspension suspension, CancellationToken cancellationToken)
    {
        await MakeMapAsync(suspension.NetworkName, RunSuspensions.Periods, cancellationToken).ConfigureAwait(false);
        var period = new Dictionary<string, AttributeValue>
        {
            [RunSuspensions.From] = new() { S = Write(suspension.From) },
            [RunSuspensions.By] = new() { S = suspension.By ?? "" },
            [RunSuspensions.Reason] = new() { S = suspension.Reason ?? "" },
            [RunSuspensions.At] = new() { S = Write(suspension.Time ?? suspension.From) },
        };
        if (suspension.Until is { } until)
        {
            period[RunSuspensions.Until] = new AttributeValue { S = Write(until) };
        }

        await UpdateAsync(
            suspension.NetworkName, $"SET {RunSuspensions.Periods}.#id = :period", Id(suspension), new() { [":period"] = new AttributeValue { M = period } }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes one away; does nothing where it is gone.</summary>
    public Task RemoveAsync(JobNetworkSuspension suspension, CancellationToken cancellationToken)
        => UpdateAsync(suspension.NetworkName, $"REMOVE {RunSuspensions.Periods}.#id", Id(suspension), null, cancellationToken);

    /// <summary>Takes away all suspensions of a network that is removed: another network of that name is not suspended.</summary>
    public async Task ClearAsync(string network, CancellationToken cancellationToken)
    {
        foreach (JobNetworkSuspension suspension in await FindAsync(network, DateTime.MinValue, cancellationToken).ConfigureAwait(false))
        {
            await RemoveAsync(suspension, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task MakeMapAsync(string network, string attribute, CancellationToken cancellationToken) => UpdateAsync(
        network, $"SET {attribute} = if_not_exists({attribute}, :none)", null, new() { [":none"] = new AttributeValue { M = [], IsMSet = true } }, cancellationToken);

    private async Task UpdateAsync(
        string network, string update, string? id, Dictionary<string, AttributeValue>? values, CancellationToken cancellationToken)
    {
        var request = new UpdateItemRequest { TableName = names.LockTable, Key = Key(network), UpdateExpression = update };
        if (id is not null)
        {
            request.ExpressionAttributeNames = new() { ["#id"] = id };
        }

        if (values is not null)
        {
            request.ExpressionAttributeValues = values;
        }

        try
        {
            await session.DynamoDb.UpdateItemAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (ResourceNotFoundException)
        {
            throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
        }
    }

    private static Dictionary<string, AttributeValue> Key(string network) => new() { [RunSuspensions.KeyName] = new AttributeValue { S = RunSuspensions.Key(network) } };

    private static string Id(JobNetworkSuspension suspension) => $"{Write(suspension.From)}/{(suspension.Until is { } until ? Write(until) : "")}";

    private static JobNetworkSuspension Read(string network, Dictionary<string, AttributeValue> period) => new()
    {
        NetworkName = network,
        From = Local(Text(period, RunSuspensions.From)) ?? default,
        Until = Local(Text(period, RunSuspensions.Until)),
        Reason = Text(period, RunSuspensions.Reason),
        By = Text(period, RunSuspensions.By),
        Time = Local(Text(period, RunSuspensions.At)),
    };

    private static string? Text(Dictionary<string, AttributeValue> period, string name) =>
        period.TryGetValue(name, out AttributeValue? value) && !string.IsNullOrEmpty(value.S) ? value.S : null;

    private static string Write(DateTime local) => local.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture);

    private static DateTime? Local(string? text) => text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).LocalDateTime;
}
