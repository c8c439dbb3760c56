using System.Globalization;
using JobMgmt.Networks.Compilation;

namespace JobMgmt.Networks.Stack;

/// <summary>
/// How much a state reads at once, chosen in its data: an answer may have 256 KB, and where so many items are too much, fewer are not. <c>AtOnce</c> is how many, <c>Again</c> says that fewer are to be tried,
/// <c>Failed</c> what the last try failed with.
/// </summary>
/// <param name="sizes">From the most to the fewest.</param>
internal sealed class PageSizes(params int[] sizes)
{
    /// <summary>What a catcher keeps of an error, as an expression.</summary>
    internal const string Caught = "{'Error': $states.errorOutput.Error, 'Cause': $substring($string($states.errorOutput.Cause), 0, 2000)}";

    /// <summary>How many to ask for, as an expression: the input of the first state says nothing of it.</summary>
    internal string Now => $"($type($states.input.AtOnce) = 'number' ? $states.input.AtOnce : {Text(sizes[0])})";

    /// <summary>What a catcher hands on, as an expression.</summary>
    internal string Fewer =>
        $"($now := {Now}; $fewer := {string.Concat(sizes.Skip(1).Select(size => $"$now > {Text(size)} ? {Text(size)} : "))}0; $fewer > 0 ? {{'AtOnce': $fewer, 'Again': true}} : {{'Failed': {Caught}}})";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
