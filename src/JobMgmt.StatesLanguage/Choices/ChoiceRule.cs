using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Paths;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Choices;

/// <summary>
/// The condition of one entry of a Choice state's Choices: a data test, or And, Or, Not of such; in JSONata mode its Condition. Immutable.
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

    /// <summary>Reads the Condition of a JSONata entry; the field's name (<c>Choices[0]/Condition</c>) is for messages.</summary>
    /// <exception cref="FormatException">It is neither a boolean nor an expression.</exception>
    public static ChoiceRule ParseCondition(JsonValue condition, string field) => new ConditionRule(condition, field);

    /// <summary>Whether it holds. A value of another type than the operator compares makes a test false, as on AWS.</summary>
    /// <exception cref="EvaluationException"><c>States.Runtime</c> where a path finds nothing; IsPresent alone is for that.</exception>
    /// <exception cref="Jsonata.QueryEvaluationException">A Condition fails, or gives no boolean.</exception>
    public abstract bool Evaluate(EvaluationContext context);
}
