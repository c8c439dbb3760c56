namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>A test that needs something of the shared folder, and perhaps python3 or boto3; it is skipped with the reason where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string relative, bool needsBoto3 = false, bool needsPython = false)
    {
        Relative = relative;
        NeedsBoto3 = needsBoto3;
        NeedsPython = needsPython;
        if (SharedFolder.Find(relative) is null)
        {
            Skip = $"shared/{relative} is not beside this checkout, nor where JOBMGMT_SHARED points.";
        }
        else if (needsBoto3 && !Python.HasBoto3)
        {
            Skip = "python3 with boto3 is not on this machine.";
        }
        else if (needsPython)
        {
            Skip = new PythonFactAttribute().Skip;
        }
    }

    public string Relative { get; }

    public bool NeedsBoto3 { get; }

    public bool NeedsPython { get; }
}
