using System.Diagnostics;
using System.IO;
using System.Reflection;
using System.Text.Json;

namespace JobMgmt.Pester.Tests;

/// <summary>The pwsh processes that run the Pester files, one each, four at once: they wait for each other's minutes and seconds more than they compute. A file has a runtime of its own, so they are no business of each other.</summary>
internal static class PesterRun
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly Lazy<IReadOnlyList<PesterResult>> Lazily = new(Run);

    /// <summary>Every test's result; the first caller waits for the run.</summary>
    public static IReadOnlyList<PesterResult> Results => Lazily.Value;

    private static IReadOnlyList<PesterResult> Run()
    {
        try
        {
            string root = Metadata("RepositoryRoot");
            Finish(Start(root, "tool", "restore"), "dotnet tool restore", TimeSpan.FromMinutes(3));
            using var turn = new SemaphoreSlim(AtOnce);
            PesterResult[] results = [.. Directory.GetFiles(Path.Combine(root, "tests", "Pester"), "*.Tests.ps1")
                .OrderByDescending(file => new FileInfo(file).Length)
                .Select((file, i) => Task.Run(async () =>
                {
                    await turn.WaitAsync();
                    try
                    {
                        return Run(root, i, file);
                    }
                    catch (Exception e)
                    {
                        return [Failed(Path.GetFileName(file), e)]; // the other files have their results
                    }
                    finally
                    {
                        turn.Release();
                    }
                }))
                .ToArray()
                .SelectMany(task => task.GetAwaiter().GetResult())];
            return results.Length > 0 ? results : throw new InvalidOperationException("Pester found no test.");
        }
        catch (Exception e)
        {
            // Discovery must not throw (the runner would only log it, and the run would pass): the failure is a failing test.
            return [Failed("Pester.Tests.ps1", e)];
        }
    }

    private static PesterResult Failed(string file, Exception exception) => new(file, "runs", "Failed", null, 0, 0, exception.Message);

    private static PesterResult[] Run(string root, int number, string file)
    {
        string result = Path.Combine(AppContext.BaseDirectory, $"pester-{Environment.ProcessId}-{number}.json");
        string output = Finish(
            Start(
                root, "pwsh", "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "RunPester.ps1"),
                "-Pester", Metadata("PesterManifest"), "-Path", file, "-Result", result),
            "the Pester run",
            Patience);
        if (!File.Exists(result))
        {
            throw new InvalidOperationException("The Pester run wrote no result. Its output:\n" + output);
        }

        PesterResult[] results = JsonSerializer.Deserialize<PesterResult[]>(File.ReadAllText(result))!;
        File.Delete(result);
        return results;
    }

    private static Process Start(string root, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        // The test host's own settings must not leak into a pwsh that starts further .NET programs.
        start.Environment.Remove("DOTNET_STARTUP_HOOKS");

        // Each pwsh lives for some seconds: what profiles its code for later never pays.
        start.Environment["DOTNET_TieredPGO"] = "0";

        // It loads in a fifth of boto3's time, twice or more in each job. What boto3 itself does is tested over the wire.
        start.Environment["JOBMGMT_PYTHON_STANDIN"] = "1";
        return Process.Start(start)!;
    }

    private static string Finish(Process process, string what, TimeSpan patience)
    {
        using (process)
        {
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            bool ended = process.WaitForExit(patience);
            if (!ended)
            {
                process.Kill(entireProcessTree: true);
            }

            string text = output.Result + error.Result;
            return !ended ? throw new InvalidOperationException($"{what} did not end within {patience}. It had said:\n{text}") : process.ExitCode == 0 ? text : throw new InvalidOperationException($"{what} ended with exit code {process.ExitCode}:\n{text}");
        }
    }

    private static string Metadata(string key)
        => typeof(PesterRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
