using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// The shell script that a worker gets, as a JSONata expression for a list of texts: the job's lines in a file of their own, the secrets that are read on the worker, the
/// environment, and the start of the file; with secrets, what takes them out of all that the job writes.
/// </summary>
/// <remarks>
/// A value stands in single quotes. Its own single quotes are written <c>'\''</c>, and after each brace the quotes are closed and opened again, so that SSM, which puts parameters
/// in the place of double braces, finds none. The texts are at most 50 for SSM: the job's, and two of ours.
/// </remarks>
internal static class RunJobScript
{
    internal static string Build(RunJobStackNames names) =>
        "($in := " + Asl.Given + "; "
        + "$quote := function($v) { \"'\" & $replace($replace($string($v), \"'\", \"'\\\\''\"), '{', \"{''\") & \"'\" }; "
        + "$by := $in.AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID; "
        + "$ours := {'JOBMGMT_NETWORK': $in.NetworkName, 'JOBMGMT_JOB': $in.JobName, "
        + "'JOBMGMT_RUN': $type($by) = 'string' ? $split($by, ':')[-1] : $states.context.Execution.Name, "
        + "'JOBMGMT_ATTEMPT': $exists($in.Attempt) ? $in.Attempt : 1, "
        + "'JOBMGMT_TRIGGER': $in.Trigger.Name, 'JOBMGMT_DUE_TIME': $in.Trigger.DueTime, 'JOBMGMT_BUSINESS_DATE': $in.Trigger.BusinessDate, "
        + "'JOBMGMT_ITEM': $exists($in.Item) ? ($type($in.Item) = 'string' ? $in.Item : $string($in.Item)), 'JOBMGMT_ITEM_INDEX': $in.ItemIndex}; "
        + $"$secrets := $each($in.Secrets, function($v, $k) {{ 'jobmgmt_secret ' & $k & ' ' & $quote($v) & ' {names.Region}' }}); "
        + $"$lines := [{Script(EmbeddedScript.AfterJob)}, $exists($secrets) ? {Script(EmbeddedScript.ReadSecret)}, $secrets, "
        + "$each($merge([$in.Environment, $ours]), function($v, $k) { 'export ' & $k & '=' & $quote($v) }), "
        + $"$exists($secrets) ? {Script(EmbeddedScript.RunMaskedJob)} : {Script(EmbeddedScript.RunJob)}, {Script(EmbeddedScript.EndJob)}]; "
        + $"$append($in.Packing = 'gzip' ? {Script(EmbeddedScript.BeforePackedJob)} : {Script(EmbeddedScript.BeforeJob)}, $append($in.Commands, $join($lines, '\\n'))))";

    private static string Script(string name) => JsonataText.Quote(EmbeddedScript.Read(name));
}
