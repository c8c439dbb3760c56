using Amazon.SecurityToken.Model;
using JobMgmt.Aws.Sessions;

namespace JobMgmt.Cmdlets.Common;

/// <summary>Who uses the module, for what is kept with an answer or a change.</summary>
internal static class CallerName
{
    /// <summary>On AWS the caller's ARN. Every user of this machine's runtime has the same keys there; who sits at it knows the operating system.</summary>
    public static async Task<string> FindAsync(JobMgmtSession session, CancellationToken cancellationToken)
        => session.Kind == SessionKind.Local ? Environment.UserName
            : (await session.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken).ConfigureAwait(false)).Arn;
}
