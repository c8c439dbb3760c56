using System.Collections;
using System.Management.Automation.Language;
using System.Management.Automation;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;
using JobMgmt.Networks.Stack;

namespace JobMgmt.Cmdlets.Completers;

/// <summary>
/// Completes names that the target knows. It answers within two seconds or not at all, never throws, and starts no runtime: a key
/// press must not have side effects.
/// </summary>
internal abstract class TargetCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            string word = wordToComplete.Trim('\'', '"');
            WildcardPattern pattern = WildcardPattern.Get(word + "*", WildcardOptions.IgnoreCase);
            Task<IReadOnlyList<(string Name, string ToolTip)>> finding = Task.Run(() => FindOrNothingAsync(fakeBoundParameters, patience.Token));
            return Fixed.Concat(finding.Wait(Patience) ? finding.GetAwaiter().GetResult() : []).Where(f => pattern.IsMatch(f.Name))
                .Select(f => new CompletionResult(Quote(f.Name), f.Name, CompletionResultType.ParameterValue, f.ToolTip)).ToArray();
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>What can be given whatever the target knows.</summary>
    protected virtual IEnumerable<(string Name, string ToolTip)> Fixed => [];

    /// <summary>The names, each with a line that tells what it is.</summary>
    protected abstract Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken);

    /// <summary>The names of the stack that the session works with.</summary>
    protected static async Task<RunJobStackNames> NamesAsync(JobMgmtSession session, CancellationToken cancellationToken)
        => new(ConnectionState.Prefix, session.Partition, session.Region, await session.GetAccountIdAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>The network that was typed already, or null.</summary>
    protected static string? Network(IDictionary bound) => Bound(bound, "NetworkName") ?? Bound(bound, "Name");

    /// <summary>A single-valued parameter that was typed already, or null.</summary>
    protected static string? Bound(IDictionary bound, string name)
        => bound[name] is { } value ? LanguagePrimitives.ConvertTo<string[]>(value).FirstOrDefault() : null;

    private async Task<IReadOnlyList<(string Name, string ToolTip)>> FindOrNothingAsync(IDictionary bound, CancellationToken cancellationToken)
    {
        try
        {
            return await ConnectionState.PeekAsync(cancellationToken).ConfigureAwait(false) is { } session ? await FindAsync(session, bound, cancellationToken).ConfigureAwait(false) : [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    private static string Quote(string name)
        => name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? name : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}
