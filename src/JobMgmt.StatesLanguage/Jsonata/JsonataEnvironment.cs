using JobMgmt.StatesLanguage.Jsonata.Evaluation;
using JobMgmt.StatesLanguage.Jsonata.Functions;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Jsonata;

/// <summary>
/// What an evaluation takes from outside: the instant, randomness, and budgets. There is no clock within: a budget counts
/// evaluation steps, so that the same evaluation always ends the same.
/// </summary>
public sealed class JsonataEnvironment
{
    /// <summary>Evaluation as the reference implementation has it, with the bounds that keep a process alive.</summary>
    public JsonataEnvironment(DateTimeOffset now, IRandomSource random)
        : this(now, random, JsonataFunctions.Standard, EvaluationLimits.Standard)
    {
    }

    internal JsonataEnvironment(DateTimeOffset now, IRandomSource random, JsonataFunctions functions, EvaluationLimits limits)
    {
        Now = now;
        Random = random;
        Functions = functions;
        Limits = limits;
    }

    /// <summary>What <c>$now()</c> and <c>$millis()</c> tell.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>What <c>$random()</c>, <c>$shuffle()</c> and <c>$uuid()</c> draw from.</summary>
    public IRandomSource Random { get; }

    /// <summary>How deeply expressions may nest while they are evaluated; 0 for as deep as the stack allows.</summary>
    public int MaxDepth { get; init; }

    /// <summary>How many expressions may be evaluated in all; 0 for any number.</summary>
    public long MaxSteps { get; init; }

    /// <summary>How many items a range may have; 0 for the language's own ten million.</summary>
    public int MaxItems { get; init; }

    /// <summary>How many characters a string may have; 0 for any number.</summary>
    public int MaxCharacters { get; init; }

    internal JsonataFunctions Functions { get; }

    internal EvaluationLimits Limits { get; }
}
