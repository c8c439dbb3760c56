using System.Diagnostics;
using System.IO;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Networks.Tests.Stack;

public sealed class JobFrameScriptTests
{
    [Theory]
    [InlineData("echo out; echo err >&2; exit 3", 3, "out\n", "err\n", "an ordinary exit code")]
    [InlineData("true", 0, "", "", "success")]
    [InlineData("false\ntrue", 0, "", "", "the last line's exit code counts")]
    [InlineData("exit 194", 1, "", "JobMgmt: ", "194 would reboot the node")]
    [InlineData("#!/usr/bin/env sh\necho \"$0\" | grep -c /", 0, "1\n", "", "a script's own interpreter")]
    [InlineData("trap 'echo bye' EXIT\nexit 5", 5, "bye\n", "", "a trap of the job's own")]
    [InlineData("echo '$HOME `x` \\ \"q\"'", 0, "$HOME `x` \\ \"q\"\n", "", "nothing in the job is expanded")]
    [InlineData("cat <<'END'\n\na\n\nEND", 0, "\na\n\n", "", "blank lines and here-documents")]
    public async Task Frame_KeepsTheJobsOutputAndExitCode(string job, int exitCode, string output, string error, string reason)
    {
        if (!File.Exists("/bin/sh"))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("jobmgmt-frame-");
        try
        {
            var script = Path.Combine(folder.FullName, "_script.sh");
            File.WriteAllText(script, string.Join('\n', EmbeddedScript.Read(EmbeddedScript.BeforeJob), job, EmbeddedScript.Read(EmbeddedScript.AfterJob), EmbeddedScript.Read(EmbeddedScript.RunJob), EmbeddedScript.Read(EmbeddedScript.EndJob)) + "\n");
            using var shell = Process.Start(new ProcessStartInfo("/bin/sh", [script])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["TMPDIR"] = folder.FullName },
            })!;
            var errors = shell.StandardError.ReadToEndAsync();
            Assert.Equal(output, await shell.StandardOutput.ReadToEndAsync());
            await shell.WaitForExitAsync();
            Assert.True(exitCode == shell.ExitCode, reason);
            Assert.StartsWith(error, await errors, StringComparison.Ordinal);
            Assert.Equal(["_script.sh"], folder.GetFiles().Select(file => file.Name));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
