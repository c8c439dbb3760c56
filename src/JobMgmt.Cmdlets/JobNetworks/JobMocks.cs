using System.Collections;
using System.Management.Automation;
using JobMgmt.Cmdlets.Common;
using JobMgmt.Cmdlets.Transformers;
using JobMgmt.Networks.Simulation;

namespace JobMgmt.Cmdlets.JobNetworks;

/// <summary>Reads what -Mock says of jobs. Script blocks are run when their attempt comes.</summary>
internal static class JobMocks
{
    private const int MostExitCode = 255;
    private const string DurationKey = "Duration";

    // As long as a run can take.
    private static readonly TimeSpan MostDuration = TimeSpan.FromDays(365);

    /// <summary>The mocks of a network's jobs.</summary>
    /// <exception cref="CmdletFailure">One can't be used, or is for a job that the network does not have.</exception>
    public static Dictionary<string, Func<int, JobReply>> Read(IDictionary? given, NetworkSimulation network)
    {
        IReadOnlyList<string> jobs = network.Jobs;
        var mocks = new Dictionary<string, Func<int, JobReply>>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in given ?? new Hashtable())
        {
            string name = LanguagePrimitives.ConvertTo<string>(entry.Key);
            string job = jobs.FirstOrDefault(one => one == name) ?? jobs.FirstOrDefault(one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new CmdletFailure(JobNetworkErrors.MockNotFound(name, network.Name, jobs));
            mocks[job] = Mock(job, Bare(entry.Value));
            if (Bare(entry.Value) is IDictionary parts && JobItemMocks.Find(parts) is not null && JobItemMocks.Unknown(parts, job, network) is { } why)
            {
                throw Fault(job, why);
            }
        }

        return mocks;
    }

    private static Func<int, JobReply> Mock(string job, object? value)
    {
        switch (value)
        {
            case ScriptBlock script:
                return attempt => script.Invoke(attempt) is { Count: 1 } answer ? Reply(job, Bare(answer[0])) : throw Fault(job, "its script block does not give one value.");
            case IList list:
                JobReply[] replies = list.Cast<object?>().Select(item => Reply(job, Bare(item))).ToArray();
                return replies.Length > 0 ? attempt => replies[Math.Min(attempt, replies.Length) - 1] : throw Fault(job, "it is an empty list.");
            default:
                JobReply reply = Reply(job, value);
                return _ => reply;
        }
    }

    private static JobReply Reply(string job, object? value) => value switch
    {
        IDictionary parts when JobItemMocks.Find(parts) is { } items => JobItemMocks.Read(Bare(items), Reply(job, JobItemMocks.Rest(parts)), one => Mock(job, Bare(one)), why => Fault(job, why)),
        IDictionary parts => Parts(job, parts),
        string text when !int.TryParse(text, out _) => new JobReply { Error = Name(job, text) },
        _ => new JobReply { ExitCode = ExitCode(job, value) },
    };

    private static JobReply Parts(string job, IDictionary parts)
    {
        var reply = new JobReply();
        foreach (DictionaryEntry part in parts)
        {
            object? value = Bare(part.Value);
            string name = LanguagePrimitives.ConvertTo<string>(part.Key);
            reply = name.ToUpperInvariant() switch
            {
                "EXITCODE" => reply with { ExitCode = ExitCode(job, value) },
                "DURATION" => reply with { Duration = Duration(job, value) },
                "ERROR" => reply with { Error = value is null ? null : Name(job, LanguagePrimitives.ConvertTo<string>(value)) },
                "OUTPUT" => reply with { Output = JsonObjects.From(value) ?? throw Fault(job, "its Output is nothing that JSON can say.") },
                "HOLD" => reply with { Hold = LanguagePrimitives.TryConvertTo(value, out HoldReply hold) ? hold : throw Fault(job, $"'{value}' is none of Approved, Denied and TimedOut.") },
                "CAUSE" => reply with { Cause = LanguagePrimitives.ConvertTo<string>(value) },
                _ => throw Fault(job, $"'{name}' is none of ExitCode, Output, {DurationKey}, Error, Cause, Hold and Items."),
            };
        }

        return reply.Error is not null && reply.ExitCode != 0 ? throw Fault(job, "it has both an Error and an ExitCode; the error of a command that ends with an exit code is ExecutionFailed.") : reply;
    }

    private static int ExitCode(string job, object? value) =>
        value is not (null or bool) && LanguagePrimitives.TryConvertTo(value, out int code) && code is >= 0 and <= MostExitCode
            ? code : throw Fault(job, $"'{value}' is no exit code from 0 to {MostExitCode}.");

    private static TimeSpan Duration(string job, object? value)
    {
        try
        {
            return value is not null && new DurationTransformationAttribute().Transform(null!, value) is TimeSpan span && span >= TimeSpan.Zero && span <= MostDuration
                ? span : throw Fault(job, $"'{value}' is no {DurationKey} from 0 to 365 days.");
        }
        catch (Exception e) when (e is ArgumentTransformationMetadataException or PSInvalidCastException or OverflowException)
        {
            throw Fault(job, $"'{value}' is no {DurationKey}.");
        }
    }

    private static string Name(string job, string error) => error.Trim().Length == 0 ? throw Fault(job, "its error has no name.")
        : error.TrimStart()[0] is '{' or '[' or '"' ? throw Fault(job, $"'{error}' is no error's name. What a job puts out is given as @{{ Output = ... }}.") : error;

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static CmdletFailure Fault(string job, string why) => new(JobNetworkErrors.MockInvalid(job, why));
}
