using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.RunJobStacks.Deployment;

/// <summary>DynamoDB tables. What is in one is never touched, save when the stack is unpublished.</summary>
internal sealed class TableDeployer(IAmazonDynamoDB dynamoDb) : ArtefactDeployer<TableArtefact>
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(500);

    protected override async Task<RunJobStackState> CompareAsync(TableArtefact artefact, CancellationToken cancellationToken)
    {
        if (await FindAsync(artefact, cancellationToken).ConfigureAwait(false) is not { } table)
        {
            return RunJobStackState.Missing;
        }

        var tags = await dynamoDb.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = artefact.Arn }, cancellationToken).ConfigureAwait(false);
        if (!IsOurs(artefact, (tags.Tags ?? []).Select(tag => (tag.Key, tag.Value))))
        {
            return RunJobStackState.Foreign;
        }

        return Compared(table.KeySchema is [{ KeyType.Value: "HASH" } key] && key.AttributeName == artefact.Key && table.BillingModeSummary?.BillingMode == BillingMode.PAY_PER_REQUEST);
    }

    protected override async Task CreateAsync(TableArtefact artefact, CancellationToken cancellationToken)
    {
        await dynamoDb.CreateTableAsync(
            new CreateTableRequest
            {
                TableName = artefact.Name,
                AttributeDefinitions = [new AttributeDefinition(artefact.Key, ScalarAttributeType.S)],
                KeySchema = [new KeySchemaElement(artefact.Key, KeyType.HASH)],
                BillingMode = BillingMode.PAY_PER_REQUEST,
                Tags = artefact.Tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value }).ToList(),
            },
            cancellationToken).ConfigureAwait(false);
        await WaitAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task UpdateAsync(TableArtefact artefact, CancellationToken cancellationToken)
    {
        await dynamoDb.UpdateTableAsync(new UpdateTableRequest { TableName = artefact.Name, BillingMode = BillingMode.PAY_PER_REQUEST }, cancellationToken).ConfigureAwait(false);
        await WaitAsync(artefact, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task DeleteAsync(TableArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            await dynamoDb.DeleteTableAsync(new DeleteTableRequest { TableName = artefact.Name }, cancellationToken).ConfigureAwait(false);
            while (await FindAsync(artefact, cancellationToken).ConfigureAwait(false) is not null)
            {
                await TimeProvider.System.Delay(_pause, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (ResourceNotFoundException)
        {
        }
    }

    // A table takes some seconds to be there, and until then it can be neither used nor changed.
    private async Task WaitAsync(TableArtefact artefact, CancellationToken cancellationToken)
    {
        while (await FindAsync(artefact, cancellationToken).ConfigureAwait(false) is { } table && table.TableStatus != TableStatus.ACTIVE)
        {
            await TimeProvider.System.Delay(_pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TableDescription?> FindAsync(TableArtefact artefact, CancellationToken cancellationToken)
    {
        try
        {
            return (await dynamoDb.DescribeTableAsync(new DescribeTableRequest { TableName = artefact.Name }, cancellationToken).ConfigureAwait(false)).Table;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
