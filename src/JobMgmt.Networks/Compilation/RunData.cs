using JobMgmt.Networks.Runs;

namespace JobMgmt.Networks.Compilation;

/// <summary>
/// The data that goes through a compiled network: <c>Jobs</c>, what is known of each job so far (its <c>Status</c>; <c>Error</c> and <c>Cause</c> of a failed one; the
/// <c>Result</c> of one that no other comes after), and <c>Seen</c>, what gates told of jobs in other branches. The run's worker tags and the jobs that a
/// restarted run need not run again are variables. These are the expressions that read and write it.
/// </summary>
internal static class RunData
{
    internal const string Empty = "{\"Jobs\": {}}";
    internal const string Tags = "$tags";
    internal const string Parameters = "$parameters";

    /// <summary>What is known of any job, by way of gates too.</summary>
    internal const string Known = "$merge([$states.input.Seen, $states.input.Jobs])";
    /// <summary>What is known of the jobs before.</summary>
    internal const string Jobs = "$states.input.Jobs";

    internal const string Succeeded = "Succeeded";
    internal const string Failed = "Failed";
    internal const string Skipped = "Skipped";

    /// <summary>Of a job that runs on failure only, where nothing has failed.</summary>
    internal const string NotNeeded = "NotNeeded";

    /// <summary>Of a job that failed and whose failure is passed over (<see cref="Definitions.JobDefinition.ContinueOnFailure"/>).</summary>
    internal const string Ignored = "Ignored";

    /// <summary>Of a job whose condition was false, or that comes after such jobs only.</summary>
    internal const string NotChosen = "NotChosen";

    /// <summary>The status of a job that failed: whether its failure counts is the job's to say.</summary>
    internal static string StatusOfFailure(Definitions.JobDefinition job) => job.ContinueOnFailure ? Ignored : Failed;

    // A cause may have 32,768 characters and all data of a run 256 KiB. What is left out here is in the history of the job's state.
    private const int MostOfCause = 8000;

    /// <summary>What is known of a job.</summary>
    internal static string Job(string name) => $"$lookup($states.input.Jobs, {JsonataText.Quote(name)})";

    /// <summary>The data with something more known of a job.</summary>
    internal static string With(string name, string entry) =>
        $"$merge([$states.input, {{\"Jobs\": $merge([$states.input.Jobs, {{{JsonataText.Quote(name)}: {entry}}}])}}])";

    /// <summary>The entry of a job that failed, from a catcher.</summary>
    /// <param name="status"><see cref="Failed"/>, or <see cref="Ignored"/>.</param>
    /// <param name="error">Its error's name where it names none.</param>
    /// <param name="cause">Its cause where it tells none.</param>
    /// <param name="more">Further members.</param>
    internal static string Failure(string status, string error, string cause, string more = "") =>
        $"{{\"Status\": \"{status}\", \"Error\": {Told("Error", error)}, \"Cause\": $substring({Told("Cause", cause)}, 0, {MostOfCause}){more}}}";

    /// <summary>The exit code in the cause of a failure, from a catcher; undefined where it tells none. Not by parsing: a cause may be any text, and nobody catches what fails here.</summary>
    internal const string FailedExitCode = "$number($match($string($states.errorOutput.Cause), /\"ResponseCode\": ?([0-9]{1,3})[^0-9.]/)[0].groups[0])";

    /// <summary>The entry of a job that is passed over.</summary>
    internal static string PassedOver(string status) => $"{{\"Status\": \"{status}\"}}";

    /// <summary>The jobs that a run which continues another one leaves out although they have not ended well.</summary>
    internal const string Left = Asl.Given + "." + Rerun.Member + "." + Rerun.LeftMember;

    /// <summary>Whether all jobs of the run have ended well, in it or in those that it continues.</summary>
    internal const string NothingFailed = "$count($states.input.Jobs.*[$not(Status in " + Well + ")]) = 0 and $not($exists(" + Left + "))";

    private const string Well = "[\"" + Succeeded + "\", \"" + NotNeeded + "\", \"" + Ignored + "\", \"" + NotChosen + "\"]";

    /// <summary>Whether all of these jobs have ended well.</summary>
    internal static string AllWell(IEnumerable<string> jobs, bool hasGates)
    {
        var known = hasGates ? Known : "$states.input.Jobs";
        return $"($known := {known}; $count({JsonataText.Quote(jobs)}[$not($lookup($known, $).Status in {Well})]) = 0)";
    }

    /// <summary>Whether none of these jobs was chosen.</summary>
    internal static string NoneChosen(IEnumerable<string> jobs, bool hasGates) =>
        $"($known := {(hasGates ? Known : Jobs)}; $count({JsonataText.Quote(jobs)}[$not($lookup($known, $).Status = \"{NotChosen}\")]) = 0)";

    private static string Told(string member, string otherwise) =>
        $"($type($states.errorOutput.{member}) = \"string\" and $states.errorOutput.{member} != \"\" ? $states.errorOutput.{member} : {JsonataText.Quote(otherwise)})";
}
