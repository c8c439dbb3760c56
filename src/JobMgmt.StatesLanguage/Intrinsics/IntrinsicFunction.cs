using JobMgmt.StatesLanguage.Json;
using JobMgmt.StatesLanguage.Templates;

namespace JobMgmt.StatesLanguage.Intrinsics;

/// <summary>An intrinsic function. Each has its own file in Functions and a row in <see cref="IntrinsicFunctions"/>.</summary>
internal abstract class IntrinsicFunction
{
    /// <summary>A text longer than this is refused by Base64Encode, Base64Decode and Hash.</summary>
    protected const int MaxTextLength = 10_000;

    /// <summary>Its name, with <c>States.</c>.</summary>
    public abstract string Name { get; }

    public abstract int MinArguments { get; }

    public virtual int MaxArguments => MinArguments;

    /// <summary>Does the work. The number of arguments has been checked.</summary>
    /// <exception cref="IntrinsicException">An argument is not what it must be.</exception>
    public abstract JsonValue Invoke(IReadOnlyList<JsonValue> arguments, IRandomSource random);

    /// <summary>A version of itself prepared for the arguments of one call, where that saves work in each evaluation.</summary>
    public virtual IntrinsicFunction Bind(IReadOnlyList<IntrinsicArgument> arguments) => this;

    protected IntrinsicException Invalid(string problem) => new($"Invalid arguments in {Name}: {problem}");

    protected JsonArray Array(IReadOnlyList<JsonValue> arguments, int at) =>
        arguments[at] as JsonArray ?? throw Invalid($"argument {at + 1} must be an array but was {arguments[at]}.");

    protected JsonObject Object(IReadOnlyList<JsonValue> arguments, int at) =>
        arguments[at] as JsonObject ?? throw Invalid($"argument {at + 1} must be an object but was {arguments[at]}.");

    protected string Text(IReadOnlyList<JsonValue> arguments, int at) =>
        arguments[at] is JsonString text ? text.Value : throw Invalid($"argument {at + 1} must be a string but was {arguments[at]}.");

    protected string ShortText(IReadOnlyList<JsonValue> arguments, int at) => Text(arguments, at) is { Length: <= MaxTextLength } text
        ? text
        : throw Invalid($"argument {at + 1} must have at most {MaxTextLength} characters.");

    /// <summary>A whole number; one with a fraction is rounded to the nearest, as AWS does.</summary>
    protected long Integer(IReadOnlyList<JsonValue> arguments, int at)
    {
        if (arguments[at] is not JsonNumber number)
        {
            throw Invalid($"argument {at + 1} must be a number but was {arguments[at]}.");
        }

        if (number.TryToInt64(out var whole))
        {
            return whole;
        }

        // Java's Math.round: halves go up.
        var rounded = Math.Floor(number.ToDouble() + 0.5);
        return rounded is > -9.2e18 and < 9.2e18 ? (long)rounded : throw Invalid($"argument {at + 1} is out of range: {number.Text}.");
    }
}
