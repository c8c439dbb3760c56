using System.Diagnostics;

namespace JobMgmt.Runtime.Tests.Testing;

/// <summary>Runs a script of <c>Cases/boto3</c> against a runtime, found by its credentials and config files as any AWS client finds them.</summary>
internal static class Boto3Script
{
    /// <summary>What it printed; it fails the test where it fails itself.</summary>
    public static async Task<string> RunAsync(TestRuntime runtime, string name, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Cases", "boto3", name));
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(runtime.DataPath, "credentials");
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(runtime.DataPath, "config");
        start.Environment["AWS_PAGER"] = "";
        using var python = Process.Start(start)!;
        var output = python.StandardOutput.ReadToEndAsync();
        var errors = await python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        Assert.True(python.ExitCode == 0, errors);
        return await output;
    }
}
