using System.IO;
using System.Text.RegularExpressions;

namespace JobMgmt.Networks.Stack;

/// <summary>The scripts that the artefacts carry; they are files of their own so that they can be read, checked and tested as what they are.</summary>
internal static class EmbeddedScript
{
    internal const string SelectWorker = "select_worker.py";
    internal const string ReportResult = "report_result.py";
    internal const string ReportCancelled = "report_cancelled.py";
    internal const string BeforeJob = "before_job.sh";
    internal const string BeforePackedJob = "before_packed_job.sh";
    internal const string AfterJob = "after_job.sh";
    internal const string ReadSecret = "read_secret.sh";
    internal const string RunJob = "run_job.sh";
    internal const string RunMaskedJob = "run_masked_job.sh";
    internal const string EndJob = "end_job.sh";

    private const string Report = "report.py";

    // A document has 64 KB together with the job's commands: what only a reader needs stays in the files.
    private static readonly Regex ForReaders = new("^ *(\"\"\"[^\n]*\"\"\"|#[^\n]*)\n", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>A script of the document by itself: those that report have what they share before them.</summary>
    internal static string ReadPython(string name) => ForReaders.Replace(name is ReportResult or ReportCancelled ? Read(Report) + "\n\n\n" + Read(name) : Read(name), "");

    /// <summary>A script's text with line feeds, without the one at its end.</summary>
    internal static string Read(string name)
    {
        using var stream = typeof(EmbeddedScript).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its script {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n").TrimEnd('\n');
    }
}
