namespace JobMgmt.Runtime.Tables.Expressions;

/// <summary>The places that operands ask about.</summary>
internal static class OperandPaths
{
    public static IEnumerable<DocumentPath> Of(params IEnumerable<IOperand> operands) => operands.SelectMany(operand => operand switch
    {
        PathOperand path => [path.Path],
        SizeOperand size => Of(size.Operand),
        _ => Array.Empty<DocumentPath>(),
    });
}
