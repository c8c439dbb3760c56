using System.Text;
using JobMgmt.Runtime.Objects;
using JobMgmt.Runtime.Services;
using JobMgmt.Runtime.Store;

namespace JobMgmt.Runtime.Commands;

/// <summary>
/// Takes an invocation's whole output to the S3 bucket that its command names, where the agent would put it. Empty streams are not written, and a bucket that is not
/// there never fails the command: on a node only the agent's log would tell of it.
/// </summary>
internal sealed class OutputUpload(IObjectStore objects, ILogger<OutputUpload> log)
{
    /// <summary>A stream's key: <c>PREFIX/COMMAND/NODE/awsrunShellScript/0.awsrunShellScript/stdout</c>.</summary>
    public static string Key(CommandRecord command, CommandInvocationRecord invocation, string stream)
    {
        var prefix = (command.Request.Text("OutputS3KeyPrefix") ?? "").Trim('/');
        var plugin = ScriptDocument.Find(command.DocumentName)!.Plugin.Replace(":", "", StringComparison.Ordinal);
        return $"{(prefix.Length > 0 ? prefix + "/" : "")}{command.CommandId}/{invocation.InstanceId}/{plugin}/0.{plugin}/{stream}";
    }

    /// <summary>Copies the output to where objects' bytes are.</summary>
    /// <param name="command">The command.</param>
    /// <param name="invocation">The invocation.</param>
    /// <param name="stdoutPath">Its standard output; not there where nothing was started.</param>
    /// <param name="stderrPath">Its standard error.</param>
    /// <param name="errorLine">What the agent appends to standard error.</param>
    /// <param name="cancellation">The runtime stops.</param>
    public async Task<StagedOutput> StageAsync(
        CommandRecord command, CommandInvocationRecord invocation, string stdoutPath, string stderrPath, string errorLine, CancellationToken cancellation)
    {
        var bucket = command.Request.Text("OutputS3BucketName") ?? "";
        var staged = new List<(string Key, StagedContent Content)>();
        if (bucket.Length == 0)
        {
            return new StagedOutput(objects, bucket, staged);
        }

        if (!objects.HasBucket(bucket))
        {
            log.LogWarning("The output of command {Command} is not written to S3: there is no bucket {Bucket}", command.CommandId, bucket);
            return new StagedOutput(objects, bucket, staged);
        }

        foreach (var (name, path, ending) in new[] { ("stdout", stdoutPath, ""), ("stderr", stderrPath, errorLine) })
        {
            await using var stream = new JoinedStream(() => Open(path), () => new MemoryStream(Encoding.UTF8.GetBytes(ending)));
            var content = await objects.StageAsync(stream, null, cancellation);
            if (content.Size == 0)
            {
                content.Dispose();
            }
            else
            {
                staged.Add((Key(command, invocation, name), content));
            }
        }

        return new StagedOutput(objects, bucket, staged);
    }

    private static Stream Open(string path) =>
        File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous) : Stream.Null;
}
