using System.Management.Automation;
using System.Net;
using System.Security;
using JobMgmt.Aws.EventBridge.Model;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.JobAlertChannels;

/// <summary>A cmdlet that gives a channel targets: one of each kind.</summary>
public abstract class JobAlertChannelTargetCmdlet : JobAlertChannelCmdlet
{
    /// <summary>An SNS topic, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Sns { get; set; }

    /// <summary>An SQS queue, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Sqs { get; set; }

    /// <summary>A Lambda function, by name or ARN.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Lambda { get; set; }

    /// <summary>An HTTPS address that gets each alert by POST.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public Uri? Webhook { get; set; }

    /// <summary>What the webhook's receiver knows alerts by: the header X-JobMgmt-Key.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SecureString? Secret { get; set; }

    /// <summary>Mail addresses.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Mail { get; set; }

    /// <summary>Shell lines that run on one worker, with the alert as JSON in the variable ALERT.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string[]? Command { get; set; }

    /// <summary>The tags of the workers that may run the command.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TagTransformation]
    public IReadOnlyDictionary<string, string>? Tag { get; set; }

    /// <summary>What is asked for, checked.</summary>
    private protected ChannelRequest Request(string channel)
    {
        string? fault =
            Secret is { Length: 0 } ? "-Secret is empty. Give a text, such as (Read-Host -AsSecureString)."
            : Webhook is not null && !(Webhook.IsAbsoluteUri && Webhook.Scheme is "https" or "http") ? $"-Webhook '{Webhook}' is no address. Give one that begins with https://."
            : Command is not null && Tag is null ? "-Command does not say where it runs. Name the workers' tags: -Tag @{ role = 'job_worker' }."
            : Command is null && Tag is not null ? "-Tag belongs to -Command, which is not given."
            : Command is not null && ChannelTargets.CommandTemplate(Command, Tag!).Length is var length && length > ChannelTargets.MostTemplate
                ? $"-Command is too long: {length} characters, where EventBridge takes {ChannelTargets.MostTemplate}. Put the lines into a script on the worker."
            : null;
        return fault is not null ? throw new CmdletFailure(JobAlertChannelErrors.ChannelInvalid(channel, fault)) : new ChannelRequest
        {
            Sns = Sns, Sqs = Sqs, Lambda = Lambda, Webhook = Webhook, Secret = Secret is null ? null : new NetworkCredential("", Secret).Password, Mail = Mail, Command = Command, Tag = Tag,
        };
    }

    /// <summary>Refuses more targets than a rule can have.</summary>
    private protected static void CheckCount(string channel, IEnumerable<Target> there, ChannelRequest request)
    {
        int count = there.Select(target => target.Id).Append(ChannelTargets.Log).Concat(request.Ids).Distinct(StringComparer.Ordinal).Count();
        if (count > ChannelTargets.Most)
        {
            throw new CmdletFailure(JobAlertChannelErrors.ChannelInvalid(
                channel, $"It would have {count} targets, its log group among them; an EventBridge rule has {ChannelTargets.Most} at most. Leave some out, or send to an SNS topic (-Sns) that fans out."));
        }
    }
}
