using JobMgmt.Aws.EventBridge;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Aws.Sessions;
using JobMgmt.Networks.Stack;
using EventsNotFound = JobMgmt.Aws.EventBridge.Model.ResourceNotFoundException;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>What the webhook of a channel is made of: an API destination, and the connection that authorizes its requests.</summary>
internal sealed class ChannelWebhook(JobMgmtSession session, RunJobStackNames names)
{
    // Requests that a receiver of alerts should never see more of; what is above waits.
    private const int RequestsPerSecond = 10;

    /// <summary>Brings a channel's webhook to what is asked for; what is not given stays. Its API destination.</summary>
    public async Task<string> BringAsync(string channel, ChannelRequest request, CancellationToken cancellationToken)
    {
        string name = names.ChannelWebhook(channel);
        string connection = await BringConnectionAsync(name, channel, request.Secret, cancellationToken).ConfigureAwait(false);
        try
        {
            UpdateApiDestinationResponse updated = await session.EventBridge.UpdateApiDestinationAsync(
                new UpdateApiDestinationRequest { Name = name, ConnectionArn = connection, InvocationEndpoint = request.Webhook?.OriginalString }, cancellationToken).ConfigureAwait(false);
            return updated.ApiDestinationArn!;
        }
        catch (EventsNotFound) when (request.Webhook is not null)
        {
            CreateApiDestinationResponse created = await session.EventBridge.CreateApiDestinationAsync(
                new CreateApiDestinationRequest
                {
                    Name = name,
                    Description = $"The webhook of the alert channel '{channel}'.",
                    ConnectionArn = connection,
                    InvocationEndpoint = request.Webhook!.OriginalString,
                    HttpMethod = ApiDestinationHttpMethod.POST,
                    InvocationRateLimitPerSecond = RequestsPerSecond,
                },
                cancellationToken).ConfigureAwait(false);
            return created.ApiDestinationArn!;
        }
    }

    /// <summary>Takes it away, where it is there.</summary>
    public async Task RemoveAsync(string channel, CancellationToken cancellationToken)
    {
        string name = names.ChannelWebhook(channel);
        await IgnoreMissingAsync(() => session.EventBridge.DeleteApiDestinationAsync(new DeleteApiDestinationRequest { Name = name }, cancellationToken)).ConfigureAwait(false);
        await IgnoreMissingAsync(() => session.EventBridge.DeleteConnectionAsync(new DeleteConnectionRequest { Name = name }, cancellationToken)).ConfigureAwait(false);
    }

    // A connection must authorize somehow: without a secret its header says only which channel it is.
    private async Task<string> BringConnectionAsync(string name, string channel, string? secret, CancellationToken cancellationToken)
    {
        var parameters = new ConnectionAuthParameters
        {
            ApiKeyAuthParameters = secret is null
                ? new ConnectionApiKeyAuthParameters { ApiKeyName = "X-JobMgmt-Channel", ApiKeyValue = channel }
                : new ConnectionApiKeyAuthParameters { ApiKeyName = "X-JobMgmt-Key", ApiKeyValue = secret },
        };
        try
        {
            string there = (await session.EventBridge.DescribeConnectionAsync(new DescribeConnectionRequest { Name = name }, cancellationToken).ConfigureAwait(false)).ConnectionArn!;
            if (secret is not null)
            {
                await session.EventBridge.UpdateConnectionAsync(
                    new UpdateConnectionRequest { Name = name, AuthorizationType = ConnectionAuthorizationType.API_KEY, AuthParameters = parameters }, cancellationToken).ConfigureAwait(false);
            }

            return there;
        }
        catch (EventsNotFound)
        {
            return (await session.EventBridge.CreateConnectionAsync(
                new CreateConnectionRequest
                {
                    Name = name,
                    Description = $"The webhook of the alert channel '{channel}'.",
                    AuthorizationType = ConnectionAuthorizationType.API_KEY,
                    AuthParameters = parameters,
                },
                cancellationToken).ConfigureAwait(false)).ConnectionArn!;
        }
    }

    private static async Task IgnoreMissingAsync(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (EventsNotFound)
        {
        }
    }
}
