namespace JobMgmt.Aws.Tests.Moto;

/// <summary>A test against moto_server, skipped with the reason where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MotoFactAttribute : FactAttribute
{
    public MotoFactAttribute() => Skip = MotoProgram.WhyNot;
}
