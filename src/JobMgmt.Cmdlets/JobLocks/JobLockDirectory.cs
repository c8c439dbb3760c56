using System.Globalization;
using Amazon.DynamoDBv2.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Aws.StepFunctions.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.RunJobStacks;
using JobMgmt.Networks.Runs;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobLocks;

/// <summary>The locks of a stack, as its table has them.</summary>
internal sealed class JobLockDirectory(JobMgmtSession session, RunJobStackNames names)
{
    /// <summary>All locks that a job has ever taken, by name.</summary>
    public async Task<IReadOnlyList<JobLock>> ListAsync(CancellationToken cancellationToken)
    {
        var locks = new List<JobLock>();
        Dictionary<string, AttributeValue>? start = null;
        bool isMore;
        do
        {
            ScanResponse page;
            try
            {
                page = await session.DynamoDb.ScanAsync(
                    Next(start), cancellationToken).ConfigureAwait(false);
            }
            catch (Amazon.DynamoDBv2.Model.ResourceNotFoundException)
            {
                throw new CmdletFailure(RunJobStackErrors.StackNotPublished(names));
            }

            locks.AddRange((page.Items ?? []).Where(item => item.ContainsKey(LockItem.Entries)).Select(Read));
            start = page.LastEvaluatedKey;
            isMore = start is { Count: > 0 };
        }
        while (isMore);
        return locks.OrderBy(item => item.Name, StringComparer.Ordinal).ToArray();
    }

    /// <summary>The lock by which the runs of a network take turns; null where none has ever taken it.</summary>
    public async Task<JobLock?> ReadTurnAsync(string network, CancellationToken cancellationToken)
    {
        GetItemResponse answer = await session.DynamoDb.GetItemAsync(
            new GetItemRequest { TableName = names.LockTable, Key = new() { [LockItem.Key] = new AttributeValue { S = WaitingRun.LockOf(network) } }, ConsistentRead = true },
            cancellationToken).ConfigureAwait(false);
        return answer.Item is { Count: > 0 } item ? Read(item) : null;
    }

    /// <summary>Takes an entry away, whether it holds the lock or waits for it, and tells those who have the lock now.</summary>
    public async Task RemoveAsync(string name, JobLockEntry entry, CancellationToken cancellationToken)
    {
        UpdateItemResponse answer = await session.DynamoDb.UpdateItemAsync(
            new UpdateItemRequest
            {
                TableName = names.LockTable,
                Key = new() { [LockItem.Key] = new AttributeValue { S = name } },
                UpdateExpression = LockItem.RemoveEntry,
                ExpressionAttributeNames = new() { ["#id"] = entry.Id },
                ReturnValues = Amazon.DynamoDBv2.ReturnValue.ALL_NEW,
            },
            cancellationToken).ConfigureAwait(false);
        foreach (JobLockEntry holder in Read(answer.Attributes).Holders.Where(holder => holder.Token is not null))
        {
            try
            {
                await session.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = holder.Token!, Output = "{}" }, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is TaskTimedOutException or TaskDoesNotExistException or InvalidTokenException)
            {
                // it knows already, or has ended
            }
        }
    }

    private ScanRequest Next(Dictionary<string, AttributeValue>? start)
    {
        var request = new ScanRequest { TableName = names.LockTable, ConsistentRead = true };
        if (start is not null)
        {
            request.ExclusiveStartKey = start;
        }

        return request;
    }

    private static JobLock Read(Dictionary<string, AttributeValue> item)
    {
        Dictionary<string, AttributeValue> places = Map(item, LockItem.Places);
        Dictionary<string, AttributeValue> tokens = Map(item, LockItem.Tokens);
        JobLockEntry[] entries = Map(item, LockItem.Entries)
            .OrderBy(entry => places.TryGetValue(entry.Key, out AttributeValue? place) ? long.Parse(place.N, CultureInfo.InvariantCulture) : long.MaxValue)
            .Select(entry => Entry(entry.Key, entry.Value.M ?? [], tokens.TryGetValue(entry.Key, out AttributeValue? token) ? token.S : null)).ToArray();
        return new JobLock
        {
            Name = item[LockItem.Key].S,
            Slots = entries.Length == 0 ? null : entries[0].Slots,
            Holders = entries.Where((entry, place) => place < entry.Slots).ToArray(),
            Waiters = entries.Where((entry, place) => place >= entry.Slots).ToArray(),
        };
    }

    private static Dictionary<string, AttributeValue> Map(Dictionary<string, AttributeValue> item, string name) =>
        item.TryGetValue(name, out AttributeValue? value) && value.M is { } map ? map : [];

    private static JobLockEntry Entry(string id, Dictionary<string, AttributeValue> entry, string? token) => new()
    {
        Id = id,
        Token = token,
        Slots = int.Parse(entry[LockItem.Slots].N, CultureInfo.InvariantCulture),
        NetworkName = entry[LockItem.Network].S,
        JobName = entry[LockItem.Job].S,
        ExecutionArn = entry[LockItem.Execution].S,
        ExecutionName = entry[LockItem.Execution].S.Split(':').Last(),
        Since = DateTimeOffset.Parse(entry[LockItem.Since].S, CultureInfo.InvariantCulture).LocalDateTime,
    };
}
