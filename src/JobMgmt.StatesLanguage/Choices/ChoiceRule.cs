using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>
/// The condition of one entry of a Choice state's Choices, in JSONPath mode: a data test, or And, Or, Not of such. Immutable.
/// The entry's other members (Next, Assign, Output, Comment) are its owner's.
/// </summary>
public abstract class ChoiceRule
{
    private protected ChoiceRule()
    {
    }

    /// <summary>All paths that it reads.</summary>
    public abstract IEnumerable<JsonPath> Paths { get; }

    /// <summary>Reads a rule.</summary>
    /// <exception cref="ChoiceSyntaxException">It is none.</exception>
    public static ChoiceRule Parse(JsonValue source) => ChoiceReader.Read(source);

    /// <summary>Whether it holds. A value of another type than the operator compares makes a test false, as on AWS.</summary>
    /// <exception cref="EvaluationException"><c>States.Runtime</c> where a path finds nothing; IsPresent alone is for that.</exception>
    public abstract bool Evaluate(EvaluationContext context);
}
