using System.Diagnostics;
using System.IO;
using JobMgmt.Networks.Definitions;
using JobMgmt.Networks.Tests.Testing;

namespace JobMgmt.Networks.Tests.Crontabs;

/// <summary>A converted line's script against what cron itself does: it starts SHELL -c with the command, in the user's home, with its variables and the input.</summary>
public sealed class CronScriptTests
{
    [Theory]
    [InlineData("* * * * * echo out; echo err >&2; exit 3", "output and exit code")]
    [InlineData("* * * * * kill -TERM $$", "a signal")]
    [InlineData("* * * * * no-such-command --flag", "a command that is not there")]
    [InlineData("* * * * * echo 'it''s' \"$HOME\" `echo b` $(echo c) \\\\ \\$x # no comment", "the shell's own quoting")]
    [InlineData("* * * * * echo \"{{.Names}}\" '{{{{x}}}}' {% 1 %} {a,b}", "braces that SSM would take for parameters")]
    [InlineData("* * * * * date -d 2026-01-02 +\\%F; echo 日本語 ü", "a percent sign, and text beyond ASCII")]
    [InlineData("* * * * * cat%a%%  $HOME `x` \\ 'q' \"q\" {{x}}\t%END%$cron_input% \\% %", "input with whatever could end or change it")]
    [InlineData("* * * * * cat -A%one line", "one line of input")]
    [InlineData("* * * * * wc -c%%%%", "input of nothing but line feeds")]
    [InlineData("* * * * * wc -c%", "empty input")]
    [InlineData("* * * * * wc -c", "no input")]
    [InlineData("* * * * * true%the command does not read this", "input that nobody reads")]
    [InlineData("* * * * * pwd; cd ~ && pwd; echo $HOME $LOGNAME $SHELL $PATH $0", "cron's own variables")]
    [InlineData("HOME=/tmp\n* * * * * pwd; echo ~ $HOME", "a home of its own")]
    [InlineData("HOME=/no/such/folder\n* * * * * pwd; echo $HOME", "a home that is not there")]
    [InlineData("PATH=/no/such/folder\n* * * * * echo $PATH; ls", "a path without any program")]
    [InlineData("PATH=/usr/local/bin:/usr/bin:/bin:~/bin\n* * * * * echo \"$PATH\" | tr : '\\n'", "a path of its own")]
    [InlineData("LOGNAME=somebody\nUSER=someone\n* * * * * echo $LOGNAME", "LOGNAME can't be set")]
    [InlineData("A=\"  two  \"\nB='$HOME'\nC=it's {{x}} \"y\"\nD=\n* * * * * printf '[\\%s]' \"$A\" \"$B\" \"$C\" \"${D-unset}\"", "nothing in a variable is expanded")]
    [InlineData("E={% jobs.x.Output %}\nF={% half\n* * * * * printf '[\\%s]' \"$E\" \"$F\"", "text that is an expression elsewhere")]
    [InlineData("'MY NAME'=a b\nX-Y=1\nUID=7\nJOBMGMT_JOB=mine\n* * * * * tr '\\0' '\\n' </proc/$$/environ | grep -E 'NAME|X-Y|UID|JOBMGMT' | grep -v LOGNAME | sort", "names that no shell has")]
    [InlineData("SHELL=/bin/bash\n* * * * * [[ ab == a* ]] && echo $0 $SHELL {1..3}", "another shell")]
    [InlineData("SHELL=/no/such/shell\n* * * * * echo", "a shell that is not there")]
    public async Task AScriptDoesWhatCronDoes(string crontab, string reason)
    {
        ArgumentNullException.ThrowIfNull(crontab);
        var made = Assert.Single(CrontabSamples.Convert(crontab, user: Environment.UserName).Networks);
        if (!File.Exists("/proc/self/environ") || (crontab.Contains("bash", StringComparison.Ordinal) && !File.Exists("/bin/bash")))
        {
            return;
        }

        var job = made.Network.Jobs[0];
        var home = made.Entry.Variable("HOME") ?? (await RunAsync("/bin/sh", ["-c", $"echo ~{Environment.UserName}"], "/", new Dictionary<string, string>(), null)).Output.Trim();
        var variables = new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin", ["SHELL"] = "/bin/sh", ["HOME"] = home };
        made.Entry.Environment.ToList().ForEach(pair => variables[pair.Key] = pair.Value);
        variables["LOGNAME"] = Environment.UserName;
        var expected = File.Exists(variables["SHELL"])
            ? await RunAsync(variables["SHELL"], ["-c", made.Entry.Command], Directory.Exists(home) ? home : "/", variables, made.Entry.StandardInput)
            : (ExitCode: 127, Output: "");

        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, string.Join('\n', job.Command) + "\n");
            var actual = await RunAsync("/bin/sh", [script], "/", job.Environment!, null);
            Assert.True(expected == actual, $"{reason}: expected {expected}, was {actual}");
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public void AnotherUserIsTakenByRunuser_WithTheCrontabsVariables()
    {
        var job = CrontabSamples.Convert("HOME=/srv\n0 3 * * * load", user: "batch").Networks[0].Network.Jobs[0];
        Assert.Equal("[ \"$(id -un)\" = batch ] || set -- runuser -u batch -- \"$@\"", job.Command[^2]);
        Assert.Equal(JobDefinition.MaxExecutionTimeout, job.ExecutionTimeout);
        Assert.Equal(["HOME=/srv", "PATH=/usr/bin:/bin", "SHELL=/bin/sh"], job.Environment!.Select(pair => $"{pair.Key}={pair.Value}").Order());
    }

    [Fact]
    public async Task RunuserKeepsTheCrontabsVariables_WhereRootRunsTheScript()
    {
        if (Environment.UserName != "root" || !File.Exists("/usr/sbin/runuser"))
        {
            return;
        }

        var job = CrontabSamples.Convert("HOME=/tmp\nSHELL=/bin/bash\nA=a  b\n0 3 * * * id -un; echo \"$HOME $SHELL $LOGNAME $PATH $A\"; pwd; cat%in", user: "nobody").Networks[0].Network.Jobs[0];
        var actual = await RunAsync("/bin/sh", ["-c", string.Join('\n', job.Command)], "/", job.Environment!, null);
        Assert.Equal((0, "nobody\n/tmp /bin/bash nobody /usr/bin:/bin a  b\n/tmp\nin\n"), actual);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string file, string[] arguments, string folder, IReadOnlyDictionary<string, string> variables, string? input)
    {
        var start = new ProcessStartInfo(file, arguments) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading.
        }

        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return (process.ExitCode, output);
    }
}
