using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Jsonata.Evaluation;

namespace JobMgmt.StatesLanguage.Jsonata.Expressions;

/// <summary>
/// A node of the finished tree. Its marks are set while the tree is built and never afterwards, so one tree serves any number of
/// evaluations at a time.
/// </summary>
internal abstract class Expression
{
    protected Expression(int position) => Position = position;

    /// <summary>Where it stands in the text.</summary>
    public int Position { get; }

    /// <summary>What the node is called in messages about ancestry.</summary>
    public abstract string TypeName { get; }

    /// <summary><c>[]</c> follows: a single result stays an array.</summary>
    public bool KeepArray { get; set; }

    /// <summary>Filters on what is no step of a path.</summary>
    public List<Stage>? Predicates { get; set; }

    /// <summary>Filters and positions on a step.</summary>
    public List<Stage>? Stages { get; set; }

    /// <summary><c>{…}</c> behind it.</summary>
    public Grouping? Group { get; set; }

    /// <summary>The variable that <c>@</c> binds the step's values to.</summary>
    public string? Focus { get; set; }

    /// <summary>The variable that <c>#</c> binds the step's positions to.</summary>
    public string? Index { get; set; }

    /// <summary>The slot in which the step leaves its context value for a <c>%</c> further on.</summary>
    public AncestorSlot? Ancestor { get; set; }

    /// <summary>Whether the step (or path) works on tuples.</summary>
    public bool IsTuple { get; set; }

    /// <summary>An array constructor at the start or end of a path: its array does not melt into the sequence around it.</summary>
    public bool IsArrayConstructor { get; set; }

    /// <summary>Slots of <c>%</c> within that look for their ancestor outside.</summary>
    public List<AncestorSlot>? SeekingParent { get; set; }

    /// <summary>The expressions directly within, for those who walk the tree.</summary>
    public virtual IEnumerable<Expression> Children => [];

    /// <summary>Evaluates it in a context; null is undefined.</summary>
    public virtual JsonValue? Evaluate(JsonValue? input, Frame frame)
    {
        var run = frame.Run;
        run.Enter();
        var result = EvaluateCore(input, frame);
        if (Predicates is not null)
        {
            foreach (var predicate in Predicates)
            {
                result = predicate.Filter(result, frame);
            }
        }

        if (Group is not null && this is not PathExpression)
        {
            result = Group.Evaluate(result, frame);
        }

        run.Leave();
        return result is JsonataArray { IsSequence: true, IsTupleStream: false } sequence ? Unwrap(sequence) : result;
    }

    /// <summary>Evaluates what is this node's own.</summary>
    protected abstract JsonValue? EvaluateCore(JsonValue? input, Frame frame);

    private JsonValue? Unwrap(JsonataArray sequence)
    {
        if (KeepArray)
        {
            sequence.KeepSingleton = true;
        }

        return sequence.Count switch
        {
            0 => null,
            1 when !sequence.KeepSingleton => sequence.Items[0],
            _ => sequence,
        };
    }
}
