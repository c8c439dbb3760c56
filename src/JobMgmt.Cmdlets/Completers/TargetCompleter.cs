using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using JobMgmt.Aws.Sessions;
using JobMgmt.Cmdlets.Connections;

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
            return finding.Wait(Patience)
                ? finding.GetAwaiter().GetResult().Where(f => pattern.IsMatch(f.Name))
                    .Select(f => new CompletionResult(Quote(f.Name), f.Name, CompletionResultType.ParameterValue, f.ToolTip)).ToArray()
                : [];
        }
        catch (Exception)
        {
            return [];
        }
    }

    /// <summary>The names, each with a line that tells what it is.</summary>
    protected abstract Task<IReadOnlyList<(string Name, string ToolTip)>> FindAsync(JobMgmtSession session, IDictionary bound, CancellationToken cancellationToken);

    /// <summary>A single-valued parameter that was typed already, or null.</summary>
    protected static string? Bound(IDictionary bound, string name)
        => bound[name] is { } value ? LanguagePrimitives.ConvertTo<string[]>(value).FirstOrDefault() : null;

    private async Task<IReadOnlyList<(string Name, string ToolTip)>> FindOrNothingAsync(IDictionary bound, CancellationToken cancellationToken)
        => await ConnectionState.PeekAsync(cancellationToken).ConfigureAwait(false) is { } session
            ? await FindAsync(session, bound, cancellationToken).ConfigureAwait(false)
            : [];

    private static string Quote(string name)
        => name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? name : "'" + CodeGeneration.EscapeSingleQuotedStringContent(name) + "'";
}
