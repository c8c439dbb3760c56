namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A test that calls the runtime through boto3 and the AWS CLI: skipped where they are not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class Boto3FactAttribute : FactAttribute
{
    public Boto3FactAttribute()
    {
        if (!Python.HasBoto3)
        {
            Skip = "There is no python3 with boto3 on PATH.";
        }
        else if (Runtime.Processes.ExecutablePath.Find("aws") is null)
        {
            Skip = "There is no AWS CLI on PATH.";
        }
    }
}
