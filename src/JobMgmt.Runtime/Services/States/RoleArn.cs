namespace JobMgmt.Runtime.Services.States;

/// <summary>Execution roles: any IAM role's ARN. Roles are stored, not enforced.</summary>
internal static class RoleArn
{
    /// <exception cref="ServiceException">InvalidArn.</exception>
    public static void Check(string arn)
    {
        if (!arn.StartsWith("arn:", StringComparison.Ordinal) || arn.Split(':').Length < 6)
        {
            throw new ServiceException("InvalidArn", $"Invalid Role Arn: '{arn}'");
        }
    }
}
